-- The answer to `planlint/status` in words.

local M = {}

--- Whether a document is judged, why, and by what; `status` is nothing for a document the server does not have.
function M.text(status)
  if type(status) ~= 'table' then
    return 'The server does not have this document.'
  end
  local configuration = type(status.configuration) == 'string' and status.configuration or 'none here, your settings are in force'
  local lines = {
    (status.judged and 'Judged as a plan: ' or 'Not judged as a plan: ') .. status.because,
    'Kind: ' .. status.kind,
    'Rule set: ' .. table.concat(status.profiles, ', '),
    'Configuration: ' .. configuration,
    'Today: ' .. status.today,
  }
  return table.concat(vim.list_extend(lines, status.errors), '\n')
end

return M
