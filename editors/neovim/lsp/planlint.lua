-- How Neovim 0.11 and later runs the planlint language server. Start it with `vim.lsp.enable('planlint')` (plugin/planlint.lua does);
-- change anything with `vim.lsp.config('planlint', { ... })`.

---@type vim.lsp.Config
return {
  cmd = { 'planlint', 'server' },
  filetypes = { 'markdown', 'toml' },
  root_markers = { { 'planlint.toml', '.planlint.toml' }, '.git' },
  -- Of all TOML files, only those that configure planlint are its business.
  root_dir = function(buffer, start)
    local name = vim.fs.basename(vim.api.nvim_buf_get_name(buffer))
    if vim.bo[buffer].filetype ~= 'toml' or name == 'planlint.toml' or name == '.planlint.toml' then
      start(vim.fs.root(buffer, vim.lsp.config.planlint.root_markers))
    end
  end,
  -- `minSeverity`: the least severe findings that are shown (`hint`, `info`, `warning`, `error`); `run`: `onType` or `onSave`.
  settings = { planlint = {} },
}
