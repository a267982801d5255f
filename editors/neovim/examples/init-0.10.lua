-- Neovim 0.10: the same by hand, since it has no vim.lsp.config.
vim.api.nvim_create_autocmd('FileType', {
  pattern = 'markdown',
  callback = function(event)
    vim.lsp.start({
      name = 'planlint',
      cmd = { 'planlint', 'server' },
      root_dir = vim.fs.root(event.buf, { 'planlint.toml', '.git' }),
    })
  end,
})
