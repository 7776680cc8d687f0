"""What schemathesis may not choose freely: how long it waits. And how the bodies are written that are files."""

import json

import schemathesis


@schemathesis.hook
def before_call(context, case, kwargs):
    """An endless stream of events would end nothing, and long waits only cost time: both are made short, wrong ones stay wrong."""
    query = case.query if isinstance(case.query, dict) else {}
    if case.path == "/v1/events" and "wait" not in query:
        case.query = {**query, "wait": 0}
    elif str(query.get("wait", "")).isdigit() and int(query["wait"]) <= 60:
        case.query = {**query, "wait": min(int(query["wait"]), 1)}


@schemathesis.serializer("application/x-ndjson", "application/jsonl", "text/csv")
def as_file(context, value):
    """A text as it is, anything else as one line of JSON."""
    if isinstance(value, bytes):
        return value
    return value.encode() if isinstance(value, str) else json.dumps(value).encode()
