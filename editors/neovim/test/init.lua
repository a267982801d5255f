-- What a user's configuration would be, with the program under test.
vim.opt.runtimepath:prepend(vim.env.PLUGIN)
vim.lsp.config('planlint', { cmd = { vim.env.PLANLINT, 'server' } })
vim.diagnostic.config({ virtual_text = true })
