-- Neovim 0.11 or newer without the plugin: all that is needed to see findings and mend them.
vim.lsp.config('planlint', {
  cmd = { 'planlint', 'server' },
  filetypes = { 'markdown' },
  root_markers = { 'planlint.toml', '.git' },
})
vim.lsp.enable('planlint')
vim.diagnostic.config({ virtual_text = true })
