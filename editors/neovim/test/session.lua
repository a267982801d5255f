-- One Neovim session with a real server. Run by tests/editors: `nvim --headless … -c 'luafile session.lua'`, in the folder of the plans.
-- Prints `ok NAME` or `FAIL NAME: why` per scene. Ends with status 1 when one failed, with 2 after an error of this script.

local patience = tonumber(vim.env.PATIENCE_MS or '60000')

local function say(text)
  io.stdout:write(text .. '\n')
end

local function eventually(what, holds)
  if not vim.wait(patience, holds, 20) then
    error({ failed = what }, 0)
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

local function has_line(wanted)
  return vim.tbl_contains(vim.api.nvim_buf_get_lines(0, 0, -1, false), wanted)
end

local function finding(code)
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    if diagnostic.code == code and diagnostic.source == 'planlint' then
      return diagnostic
    end
  end
end

--- Is this shown at the end of a line, as a reader sees it?
local function shown_behind_a_line(wanted)
  for _, mark in ipairs(vim.api.nvim_buf_get_extmarks(0, -1, 0, -1, { details = true })) do
    for _, chunk in ipairs(mark[4].virt_text or {}) do
      if chunk[1]:find(wanted, 1, true) then
        return true
      end
    end
  end
  return false
end

local function clients()
  return vim.lsp.get_clients({ name = 'planlint' })
end

--- Does the server say that it judges this document?
local function judges()
  local answer = clients()[1]:request_sync('planlint/status', { uri = vim.uri_from_bufnr(0) }, patience, 0)
  return answer ~= nil and type(answer.result) == 'table' and answer.result.judged == true
end

local scenes = {
  {
    'attaches to a plan',
    function()
      eventually('no client attached', function()
        return #vim.lsp.get_clients({ bufnr = 0, name = 'planlint' }) == 1
      end)
      eventually('the server did not say who it is', function()
        return clients()[1] and (clients()[1].server_info or {}).name == 'planlint'
      end)
      assert(judges(), 'it does not judge the plan')
    end,
  },
  {
    'shows what is missing behind the line',
    function()
      eventually('no M104 in the diagnostics', function()
        return finding('M104') ~= nil
      end)
      assert(vim.api.nvim_buf_get_lines(0, finding('M104').lnum, finding('M104').lnum + 1, false)[1] == '## Mission')
      eventually('the message is not drawn', function()
        return shown_behind_a_line('does not state the desired customer experience')
      end)
    end,
  },
  {
    'a quick fix inserts the missing line',
    function()
      vim.api.nvim_win_set_cursor(0, { finding('M104').lnum + 1, 0 }) -- anywhere on its line
      vim.lsp.buf.code_action({
        apply = true,
        filter = function(action)
          return action.title == 'Insert Experience'
        end,
      })
      eventually('the line did not come', function()
        return text():find('- **Customers:** households with a service contract\n- **Experience:** TODO\n', 1, true) ~= nil
      end)
    end,
  },
  {
    'the finding follows the text',
    function()
      local number = vim.fn.search('Experience:', 'nw')
      vim.api.nvim_buf_set_lines(0, number - 1, number, false, { '- **Experience:** someone answers within a minute, day and night' })
      eventually('M104 stays', function()
        return finding('M104') == nil
      end)
    end,
  },
  {
    'renames an owner in both files',
    function()
      local number = vim.fn.search('Ann Lee', 'w')
      vim.api.nvim_win_set_cursor(0, { number, vim.fn.stridx(vim.fn.getline(number), 'Ann Lee') })
      vim.lsp.buf.rename('Ann Lindqvist')
      eventually('the name stays in this file', function()
        return text():find('Ann Lindqvist', 1, true) ~= nil and text():find('Ann Lee', 1, true) == nil
      end)
      eventually('the name stays in the other file', function()
        local other = vim.fn.bufnr('notes.plan.md')
        local lines = other > 0 and vim.api.nvim_buf_get_lines(other, 0, -1, false) or {}
        return table.concat(lines, '\n'):find('Ann Lindqvist', 1, true) ~= nil
      end)
    end,
  },
  {
    ':Planlint insert, and undo in one step',
    function()
      local before = text()
      vim.cmd('let &undolevels = &undolevels') -- a script's changes are one undo step until this says a new one begins
      vim.cmd('Planlint insert')
      eventually('no gaps section came', function()
        return has_line('## Gaps')
      end)
      vim.cmd.undo()
      assert(text() == before, 'one undo does not take it back')
    end,
  },
  {
    'a code lens counts, and lists the places',
    function()
      vim.lsp.codelens.refresh({ bufnr = 0 })
      local lens
      eventually('no code lens about the questions', function()
        lens = vim.iter(vim.lsp.codelens.get(0)):find(function(it)
          return it.command and it.command.title == '1 of 3 answered'
        end)
        return lens ~= nil
      end)
      clients()[1]:exec_cmd(lens.command, { bufnr = vim.api.nvim_get_current_buf() })
      assert(#vim.fn.getqflist() == 2, 'not two open questions in the quickfix list')
      vim.cmd.cclose()
    end,
  },
  {
    ':Planlint rule and :Planlint status show what the server says',
    function()
      local function shown(wanted)
        return vim.iter(vim.api.nvim_list_wins()):any(function(window)
          local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
          return vim.api.nvim_win_get_config(window).relative ~= '' and table.concat(lines, '\n'):find(wanted, 1, true) ~= nil
        end)
      end
      vim.cmd('Planlint rule A101')
      eventually('no page of A101', function()
        return shown('unassigned-action')
      end)
      vim.cmd('Planlint status')
      eventually('no status', function()
        return shown('Rule set: recommended')
      end)
    end,
  },
  {
    ':Planlint plan lists questions and actions',
    function()
      local window = vim.api.nvim_get_current_win()
      vim.cmd('Planlint plan')
      local function listed(kind, wanted)
        return vim.iter(vim.fn.getloclist(window)):any(function(item)
          return item.type == kind and item.text:find(wanted, 1, true) ~= nil
        end)
      end
      eventually('they are not in the location list', function()
        return listed('Q', 'Who tells the field crews') and listed('A', 'Publish the rota')
      end)
      vim.cmd.lclose()
    end,
  },
  {
    ':compiler planlint and :make fill the quickfix list',
    function()
      vim.cmd('compiler planlint | silent make!')
      assert(
        vim.iter(vim.fn.getqflist()):any(function(item)
          return item.valid == 1 and item.text:find('M101', 1, true) ~= nil and vim.fn.bufname(item.bufnr) == 'notes.plan.md'
        end),
        'no M101 of the notes'
      )
      vim.cmd.cclose()
    end,
  },
  {
    ':checkhealth planlint',
    function()
      vim.cmd('checkhealth planlint')
      local report = text()
      assert(report:find('planlint %d+%.%d+'), 'no version in the report:\n' .. report)
      assert(not report:find('ERROR', 1, true), 'an error in the report:\n' .. report)
      vim.cmd('bdelete!')
    end,
  },
  {
    'runs one server, noted for who looks after it when Neovim has ended',
    function()
      local servers = vim.api.nvim_get_proc_children(vim.fn.getpid())
      assert(#servers == 1, #servers .. ' processes')
      assert(judges(), 'it does not judge the plan')
      vim.fn.writefile(vim.tbl_map(tostring, servers), 'server.pid')
    end,
  },
}

local function play()
  local status = 0
  for _, scene in ipairs(scenes) do
    local done, why = pcall(scene[2])
    if done then
      say('ok ' .. scene[1])
    else
      say(('FAIL %s: %s'):format(scene[1], type(why) == 'table' and why.failed or tostring(why)))
      status = 1
      patience = math.min(patience, 4000) -- what comes now may want what did not come
    end
  end
  return status
end

local played, status = pcall(play)
vim.cmd('cquit ' .. (played and status or 2))
