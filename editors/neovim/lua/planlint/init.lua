-- What :Planlint can do. Each subcommand is one function that takes the remaining words; everything it knows comes from the server or
-- from the program, nothing is worked out here.

local M = {}

local function say(text, level)
  vim.notify('planlint: ' .. text, level or vim.log.levels.INFO)
end

local function client_here()
  local client = vim.lsp.get_clients({ bufnr = 0, name = 'planlint' })[1]
  if not client then
    say('no server for this buffer; :checkhealth planlint says why', vim.log.levels.WARN)
  end
  return client
end

--- Asks the server one of planlint's own requests about this buffer and hands on what it answers.
local function ask(method, params, take)
  local client = client_here()
  if not client then
    return
  end
  params.uri = params.uri or vim.uri_from_bufnr(0)
  client:request(method, params, function(err, answer)
    if err then
      say(err.message, vim.log.levels.ERROR)
    else
      take(answer)
    end
  end, vim.api.nvim_get_current_buf()) -- by its number: by 0, edits that wait to be sent would stay behind
end

--- Applies the one code action of a kind to the whole buffer.
local function apply(kind)
  if not client_here() then
    return
  end
  local last = vim.api.nvim_buf_line_count(0)
  vim.lsp.buf.code_action({
    apply = true,
    context = { only = { kind }, diagnostics = {} },
    range = { start = { 1, 0 }, ['end'] = { last, #vim.fn.getline(last) } },
  })
end

--- The program the server runs from, so that commands use the same one.
local function program()
  local cmd = vim.lsp.config.planlint.cmd
  return type(cmd) == 'table' and cmd[1] or 'planlint'
end

local function show_page(title, text)
  local lines = vim.split(text, '\n')
  vim.lsp.util.open_floating_preview(lines, 'markdown', { border = 'rounded', title = title, focus_id = 'planlint ' .. title })
end

local function code_under_cursor()
  local line = vim.api.nvim_win_get_cursor(0)[1] - 1
  for _, diagnostic in ipairs(vim.diagnostic.get(0, { lnum = line })) do
    if diagnostic.source == 'planlint' then
      return tostring(diagnostic.code)
    end
  end
end

local subcommands = {}

function subcommands.restart()
  vim.lsp.enable('planlint', false)
  for _, client in ipairs(vim.lsp.get_clients({ name = 'planlint' })) do
    client:stop()
  end
  vim.wait(3000, function()
    return #vim.lsp.get_clients({ name = 'planlint' }) == 0
  end, 20)
  vim.lsp.enable('planlint', true)
end

function subcommands.log()
  vim.cmd.split(vim.fn.fnameescape(vim.lsp.log.get_filename()))
end

--- Judges a folder or files with the program and fills the quickfix list.
function subcommands.check(paths)
  local words = { program(), 'check', '--format', 'short', '--color', 'never' }
  vim.list_extend(words, #paths > 0 and paths or { '.' })
  local started = pcall(
    vim.system,
    words,
    { text = true },
    vim.schedule_wrap(function(ended)
      if ended.code > 1 then
        say(vim.trim(ended.stderr), vim.log.levels.ERROR)
        return
      end
      vim.fn.setqflist({}, ' ', {
        title = table.concat(words, ' '),
        lines = vim.split(vim.trim(ended.stdout), '\n', { trimempty = true }),
        efm = M.errorformat,
      })
      local found = #vim.fn.getqflist()
      say(found == 0 and 'nothing found' or found .. ' findings')
      if found > 0 then
        vim.cmd('botright copen')
      end
    end)
  )
  if not started then
    say(('cannot run "%s"; :checkhealth planlint says what to do'):format(words[1]), vim.log.levels.ERROR)
  end
end

function subcommands.fix()
  apply('source.fixAll.planlint')
end

function subcommands.insert()
  apply('refactor.rewrite.planlint')
end

--- Opens a new document with everything its kind needs.
function subcommands.new(words)
  local kind = words[1] or 'plan'
  local made = vim.system({ program(), 'new', kind }, { text = true }):wait()
  if made.code ~= 0 then
    say(vim.trim(made.stderr), vim.log.levels.ERROR)
    return
  end
  vim.cmd.enew()
  vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.split(made.stdout:gsub('\n$', ''), '\n'))
  vim.bo.filetype = 'markdown'
end

--- Lists the buffer's questions and actions in the location list.
function subcommands.plan()
  local buffer = vim.api.nvim_get_current_buf()
  ask('planlint/plan', {}, function(answer)
    local items = require('planlint.plan').items(answer or {}, buffer)
    vim.fn.setloclist(0, {}, ' ', { title = 'Questions and actions', items = items })
    if #items > 0 then
      vim.cmd.lopen()
    else
      say('no questions and no actions here')
    end
  end)
end

function subcommands.status()
  ask('planlint/status', {}, function(status)
    show_page('planlint', require('planlint.status').text(status))
  end)
end

--- Shows a rule's page: the one named, else that of the finding on the cursor's line.
function subcommands.rule(words)
  local code = words[1] or code_under_cursor()
  if not code then
    say('no finding on this line; name a rule, as in :Planlint rule A101')
    return
  end
  ask('planlint/rulePage', { code = code }, function(page)
    show_page(code, page.markdown)
  end)
end

--- What the server's code lenses and actions have the editor do.
M.commands = {
  ['planlint.showPlaces'] = function(command, context)
    local client = vim.lsp.get_client_by_id(context.client_id)
    local items = vim.lsp.util.locations_to_items(command.arguments[3], client and client.offset_encoding or 'utf-16')
    vim.fn.setqflist({}, ' ', { title = command.title, items = items })
    vim.cmd('botright copen')
  end,
  ['planlint.openRulePage'] = function(command)
    subcommands.rule({ command.arguments[1].code })
  end,
}

--- Reads `planlint check --format short`; the code stays in the message.
M.errorformat = '%f:%l:%c: %t%*[a-z]%m'

--- Runs a subcommand with the words behind it.
function M.run(words)
  local subcommand = subcommands[words[1]]
  if subcommand then
    subcommand(vim.list_slice(words, 2))
  else
    say(('there is no "%s"; there are: %s'):format(words[1], table.concat(M.complete('', ''), ', ')), vim.log.levels.ERROR)
  end
end

--- The subcommands that begin with `lead`, behind `:Planlint check` files.
function M.complete(lead, line)
  if line:match('^%s*%S*Planlint%s+check%s') then
    return vim.fn.getcompletion(lead, 'file')
  end
  local names = vim.tbl_filter(function(name)
    return vim.startswith(name, lead)
  end, vim.tbl_keys(subcommands))
  table.sort(names)
  return names
end

return M
