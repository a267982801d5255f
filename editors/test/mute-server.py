"""A language server that is polite and says nothing: it answers `initialize` and `shutdown`. A test that passes with it looks at nothing."""

import json
import sys

source, sink = sys.stdin.buffer, sys.stdout.buffer


def read():
    length = 0
    while (header := source.readline().strip()) != b"":
        name, _, value = header.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    return json.loads(source.read(length)) if length else sys.exit(1)


while (message := read()).get("method") != "exit":
    if "id" in message and "method" in message:
        result = {"capabilities": {"textDocumentSync": 2}, "serverInfo": {"name": "planlint", "version": "0.0.0"}}
        answer = json.dumps({"jsonrpc": "2.0", "id": message["id"], "result": result if message["method"] == "initialize" else None}).encode()
        sink.write(b"Content-Length: %d\r\n\r\n" % len(answer) + answer)
        sink.flush()
