-- Starts planlint for Markdown and defines :Planlint. `vim.g.planlint_enabled = false` before this loads keeps the server off.

if vim.g.loaded_planlint then
  return
end
vim.g.loaded_planlint = true

if vim.fn.has('nvim-0.11') == 0 then
  vim.notify('planlint: Neovim 0.11 or newer is needed; for 0.10 see examples/init-0.10.lua', vim.log.levels.WARN)
  return
end

vim.api.nvim_create_user_command('Planlint', function(call)
  require('planlint').run(call.fargs)
end, {
  nargs = '+',
  desc = 'planlint: mend, insert, look up and list',
  complete = function(lead, line)
    return require('planlint').complete(lead, line)
  end,
})

for _, name in ipairs({ 'planlint.showPlaces', 'planlint.openRulePage' }) do
  vim.lsp.commands[name] = function(...)
    require('planlint').commands[name](...)
  end
end

if vim.g.planlint_enabled ~= false then
  vim.lsp.enable('planlint')
end
