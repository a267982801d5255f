-- :checkhealth planlint: is there a Neovim that can, a program to run, a server that answers, and what to do when not.

local health = vim.health
local M = {}

local function check_neovim()
  health.start('Neovim')
  if vim.fn.has('nvim-0.11') == 1 then
    health.ok('version ' .. tostring(vim.version()))
  else
    health.error('version ' .. tostring(vim.version()) .. ' is too old', 'use 0.11 or newer, or examples/init-0.10.lua')
  end
end

local function check_program(cmd)
  health.start('The program')
  if type(cmd) ~= 'table' then
    health.info('the server is started by a function of your configuration')
    return
  end
  if vim.fn.executable(cmd[1]) == 0 then
    health.error(('"%s" cannot be run'):format(cmd[1]), {
      'install planlint and make sure it is on your PATH,',
      "or name it: vim.lsp.config('planlint', { cmd = { '/path/to/planlint', 'server' } })",
    })
    return
  end
  health.ok(vim.fn.exepath(cmd[1]))
  local asked = vim.system({ cmd[1], '--version' }, { text = true, timeout = 5000 }):wait()
  local version = vim.trim(asked.stdout or '')
  if asked.code == 0 and version:match('^planlint %d') then
    health.ok(version)
  else
    health.error('it does not answer `--version` as planlint does', 'is it another program of that name?')
  end
end

local function check_server()
  health.start('The server')
  if not vim.lsp.is_enabled('planlint') then
    health.warn('not enabled', "vim.lsp.enable('planlint')")
  end
  local clients = vim.lsp.get_clients({ name = 'planlint' })
  if #clients == 0 then
    health.info('not running: open a Markdown file first')
  end
  for _, client in ipairs(clients) do
    local info = client.server_info or {}
    health.ok(('%s %s'):format(info.name or 'a server', info.version or ''))
    health.info('folder: ' .. (client.root_dir or 'none'))
    health.info('positions: ' .. client.offset_encoding)
    health.info('files: ' .. vim.tbl_count(client.attached_buffers))
  end
end

function M.check()
  check_neovim()
  if vim.fn.has('nvim-0.11') == 1 then
    check_program(vim.lsp.config.planlint.cmd)
    check_server()
  end
end

return M
