-- Does one of the examples show findings, lead to the places a code lens counts, and mend, without our plugin? Run by tests/editors in the
-- folder of the plans; EXAMPLE is its name.

local patience = tonumber(vim.env.PATIENCE_MS or '60000')
local status = 0

local function play(scene, holds)
  local holding = vim.wait(patience, holds, 20)
  io.stdout:write(('%s examples/%s %s%s\n'):format(holding and 'ok' or 'FAIL', vim.env.EXAMPLE, scene, holding and '' or ': it does not'))
  status = holding and status or 1
end

local function lens()
  return vim.iter(vim.lsp.codelens.get(0)):find(function(it)
    return it.command and it.command.title == '1 of 3 answered'
  end)
end

local function version()
  local now = vim.version()
  return ('%d.%d'):format(now.major, now.minor)
end

play('shows what is missing in Neovim ' .. version(), function()
  return vim.iter(vim.diagnostic.get(0)):any(function(diagnostic)
    return diagnostic.code == 'M104' and diagnostic.source == 'planlint'
  end)
end)

vim.lsp.codelens.refresh({ bufnr = 0 })
local clicked = false
play('leads from a code lens to what it counts', function()
  if lens() and not clicked then
    clicked = true
    vim.api.nvim_win_set_cursor(0, { lens().range.start.line + 1, 0 })
    vim.lsp.codelens.run()
  end
  return vim.api.nvim_get_current_line() == '- Who tells the field crews when a promise slips?'
end)

vim.api.nvim_win_set_cursor(0, { vim.fn.search('^## Mission', 'nw'), 0 })
vim.lsp.buf.code_action({
  apply = true,
  filter = function(action)
    return action.title == 'Insert Experience'
  end,
})
play('inserts the missing line by a quick fix', function()
  return vim.fn.search('^- \\*\\*Experience:\\*\\* TODO$', 'nw') > 0
end)

vim.cmd(status == 0 and 'quitall!' or 'cquit 1')
