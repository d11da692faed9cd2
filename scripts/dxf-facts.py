"""Reads DXF files with ezdxf and tells what it found, one JSON object a file: version, what its audit says, layers, entities with their bounds."""

import json
import sys

import ezdxf
from ezdxf import bbox, recover


def facts(path):
    doc = ezdxf.readfile(path)
    audit = doc.audit()
    # What came through the forgiving reader must be what the strict one saw; it also decodes letters beyond ASCII.
    forgiven, repairs = recover.readfile(path)
    texts = [entity.dxf.text for entity in forgiven.modelspace().query("TEXT")]
    entities = []
    for entity in doc.modelspace():
        box = bbox.extents([entity])
        one = {
            "type": entity.dxftype(),
            "layer": entity.dxf.layer,
            "from": [box.extmin.x, box.extmin.y],
            "to": [box.extmax.x, box.extmax.y],
        }
        if entity.dxftype() == "CIRCLE":
            one["radius"] = entity.dxf.radius
        if entity.dxftype() == "POLYLINE":
            one["closed"] = entity.is_closed
        entities.append(one)
    return {
        "path": path,
        "version": doc.dxfversion,
        "errors": [error.message for error in [*audit.errors, *audit.fixes, *repairs.errors, *repairs.fixes]],
        "layers": [layer.dxf.name for layer in doc.layers],
        "texts": texts,
        "entities": entities,
    }


print(json.dumps([facts(path) for path in sys.argv[1:]]))
