"""Holds every example of the API's description against the schema beside it: examples.py openapi.yaml"""

import sys

import yaml
from openapi_schema_validator import OAS31Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012


def media(node, place=""):
    """Each media type with a schema and examples, wherever it stands."""
    if isinstance(node, dict):
        if "schema" in node and ("examples" in node or "example" in node):
            yield place, node
        for name, below in node.items():
            yield from media(below, f"{place}/{str(name).replace('~', '~0').replace('/', '~1')}")
    elif isinstance(node, list):
        for number, below in enumerate(node):
            yield from media(below, f"{place}/{number}")


with open(sys.argv[1], encoding="utf-8") as file:
    description = yaml.safe_load(file)
# Schemas are named by their place: references within the description lead into it then.
registry = Registry().with_resource("urn:api", Resource(contents=description, specification=DRAFT202012))
read, wrong = 0, []
for place, node in media(description):
    examples = [example["value"] for example in node.get("examples", {}).values() if "value" in example]
    examples += [node["example"]] if "example" in node else []
    validator = OAS31Validator({"$ref": f"urn:api#{place}/schema"}, registry=registry)
    for example in examples:
        read += 1
        wrong += [f"{place}: {error.json_path}: {error.message}" for error in validator.iter_errors(example)]
print(f"{read} examples")
sys.exit("\n".join(wrong) if wrong or not read else 0)
