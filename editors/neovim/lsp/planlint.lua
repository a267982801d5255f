-- How Neovim 0.11 and later runs the planlint language server. Start it with `vim.lsp.enable('planlint')` (plugin/planlint.lua does);
-- change anything with `vim.lsp.config('planlint', { ... })`.

---@type vim.lsp.Config
return {
  cmd = { 'planlint', 'server' },
  filetypes = { 'markdown' },
  root_markers = { { 'planlint.toml', '.planlint.toml' }, '.git' },
  -- `minSeverity`: the least severe findings that are shown (`hint`, `info`, `warning`, `error`); `run`: `onType` or `onSave`.
  settings = { planlint = {} },
}
