-- Does one of the examples show a finding? Run by tests/editors in the folder of the plans; EXAMPLE is its name.

local scene = ('examples/%s shows what is missing'):format(vim.env.EXAMPLE)
local shown = vim.wait(tonumber(vim.env.PATIENCE_MS or '60000'), function()
  return vim.iter(vim.diagnostic.get(0)):any(function(diagnostic)
    return diagnostic.code == 'M104' and diagnostic.source == 'planlint'
  end)
end, 20)

io.stdout:write(shown and ('ok %s\n'):format(scene) or ('FAIL %s: no M104 in the diagnostics\n'):format(scene))
vim.cmd(shown and 'quitall!' or 'cquit 1')
