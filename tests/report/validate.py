#!/usr/bin/python3
"""Validates JSON reports against schemas/ehcaudit-report-1.schema.json.

    validate.py             the golden reports of this folder, then the schema itself: every property is documented, occurs in
                            a golden report, and wrong reports are refused
    validate.py FILE...     these reports only

What a file is, its name says: .json, .jsonl, .sarif, .junit.xml, .csv, .gitlab.json, .xlsx.

Exit status 0 when all is well, else 1 with one line a fault. Needs python3-jsonschema and, for .xlsx, python3-openpyxl.
"""

import copy
import csv
import json
import pathlib
import sys
import xml.etree.ElementTree

import jsonschema

HERE = pathlib.Path(__file__).resolve().parent
SCHEMA = json.loads((HERE.parent.parent / "schemas" / "ehcaudit-report-1.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
# The official schema; its origin and licence are in sarif-2.1.0.schema.notice.
SARIF = jsonschema.Draft4Validator(json.loads((HERE / "sarif-2.1.0.schema").read_text(encoding="utf-8")))


def strict_load(path):
    """A report as it stands: UTF-8, no key twice, one newline at the end."""

    def no_twin(pairs):
        keys = [key for key, _ in pairs]
        if len(keys) != len(set(keys)):
            raise ValueError(f"a key stands twice among {keys}")
        return dict(pairs)

    text = path.read_bytes().decode("utf-8")
    if not text.endswith("}\n") or text.endswith("\n\n"):
        raise ValueError("does not end in one newline")
    if path.suffix != ".jsonl":
        return json.loads(text, object_pairs_hook=no_twin)
    # The head, a document a line, the summary: together the report.
    head, *documents, summary = [json.loads(line, object_pairs_hook=no_twin) for line in text.splitlines()]
    if any(list(line) != ["document"] for line in documents) or list(summary) != ["summary"]:
        raise ValueError("is not a head, documents and a summary")
    return {**head, "documents": [line["document"] for line in documents], **summary}


def resolved(schema):
    name = schema.get("$ref", "")
    return SCHEMA["definitions"][name.rsplit("/", 1)[1]] if name else schema


def unknown_keys(value, schema, where, seen):
    """Keys of the report that the schema does not document; notes those it does in `seen`."""
    schema = resolved(schema)
    if isinstance(value, dict):
        for key, member in value.items():
            if key not in schema.get("properties", {}) and isinstance(schema.get("additionalProperties"), dict):
                continue  # keys are names, and the schema says what they hold
            if key not in schema.get("properties", {}):
                if isinstance(schema.get("additionalProperties"), dict):
                    continue  # a table by names of the packs, such as judgements
                yield f"{where}/{key}"
                continue
            seen.add((id(schema), key))
            yield from unknown_keys(member, schema["properties"][key], f"{where}/{key}", seen)
    elif isinstance(value, list) and isinstance(schema.get("items"), dict):
        for member in value:
            yield from unknown_keys(member, schema["items"], f"{where}/[]", seen)


def documented(schema, where):
    """Each object schema with its place, the definitions included."""
    if "properties" in schema:
        yield schema, where
        for key, member in schema["properties"].items():
            yield from documented(member, f"{where}/{key}")
    if isinstance(schema.get("items"), dict):
        yield from documented(schema["items"], f"{where}/[]")


def faults_of_report(path, seen):
    try:
        report = strict_load(path)
    except ValueError as error:
        return [f"{path}: {error}"]
    faults = [f"{path}: {'/'.join(map(str, e.absolute_path))}: {e.message}" for e in VALIDATOR.iter_errors(report)]
    faults += [f"{path}: {key} is not in the schema" for key in unknown_keys(report, SCHEMA, "", seen)]
    return faults


def faults_of_sarif(path):
    """The official schema, then what it cannot say."""
    try:
        log = strict_load(path)
    except ValueError as error:
        return [f"{path}: {error}"]
    faults = [f"{path}: {'/'.join(map(str, e.absolute_path))}: {e.message}" for e in SARIF.iter_errors(log)]
    if faults:
        return faults
    run = log["runs"][0]
    extensions = run["tool"]["extensions"]
    for result in run["results"]:
        if (result["kind"] == "fail") == (result["level"] == "none"):
            faults.append(f"{path}: {result['ruleId']} is {result['kind']} at level {result['level']}")
        rule = result.get("rule")
        if rule:
            component = extensions[rule["toolComponent"]["index"]] if "toolComponent" in rule else run["tool"]["driver"]
            if component["rules"][rule["index"]]["id"] != result["ruleId"]:
                faults.append(f"{path}: {result['ruleId']} is not rule {rule['index']} of {component['name']}")
        for taxon in result.get("taxa", []):
            taxonomy = run["taxonomies"][taxon["toolComponent"]["index"]]
            if taxonomy["name"] != taxon["toolComponent"]["name"] or taxonomy["taxa"][taxon["index"]]["id"] != taxon["id"]:
                faults.append(f"{path}: {result['ruleId']} cites a taxon that is not there: {taxon}")
        for location in result["locations"]:
            artifact = location["physicalLocation"]["artifactLocation"]
            if ":" in artifact["uri"] or artifact["uri"].startswith("/") or "uriBaseId" not in artifact:
                faults.append(f"{path}: {artifact['uri']} is not relative to the folder of the run")
            if "snippet" in location["physicalLocation"].get("region", {}):
                faults.append(f"{path}: a snippet shows words of a plan")
    return faults


def faults_of_junit(path):
    root = xml.etree.ElementTree.parse(path).getroot()
    faults = [] if root.findall("testsuite/testcase") else [f"{path}: no test case"]
    for suite in root:
        for attribute, element in (("tests", "testcase"), ("failures", "testcase/failure"), ("errors", "testcase/error"), ("skipped", "testcase/skipped")):
            if int(suite.get(attribute)) != len(suite.findall(element)):
                faults.append(f"{path}: {suite.get('name')} has {len(suite.findall(element))} {attribute}, and says {suite.get(attribute)}")
    return faults


def faults_of_csv(path):
    raw = path.read_bytes()
    rows = list(csv.reader(raw.decode("utf-8").split("\r\n")[:-1], strict=True))
    faults = [f"{path}: row {i + 1} has {len(row)} cells" for i, row in enumerate(rows) if len(row) != len(rows[0])]
    if raw.count(b"\n") != raw.count(b"\r\n") or not raw.endswith(b"\r\n"):
        faults.append(f"{path}: lines do not end in CR LF")
    faults += [f"{path}: a spreadsheet takes `{cell}` for a formula" for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
    return faults


def faults_of_gitlab(path):
    entries = json.loads(path.read_text(encoding="utf-8"))
    faults = [f"{path}: {entry}" for entry in entries
              if set(entry) != {"description", "check_name", "fingerprint", "severity", "location"}
              or entry["severity"] not in ("info", "minor", "major", "critical", "blocker")
              or entry["location"]["path"].startswith("./") or entry["location"]["lines"]["begin"] < 1]
    if len({entry["fingerprint"] for entry in entries}) != len(entries):
        faults.append(f"{path}: a fingerprint stands twice")
    return faults


def faults_of_xlsx(path):
    import openpyxl  # only here: the golden reports have no workbook

    book = openpyxl.load_workbook(path)
    faults = [] if book.sheetnames == ["Findings", "Plans", "Rules", "Counts", "Unchecked", "Questions"] else [f"{path}: sheets {book.sheetnames}"]
    for sheet in book:
        if sheet.freeze_panes != "A2":
            faults.append(f"{path}: the head of {sheet.title} is not frozen")
        if sheet.max_row > 1 and not sheet.auto_filter.ref:
            faults.append(f"{path}: {sheet.title} has no filter")
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                if cell.data_type == "f" or cell.hyperlink:
                    faults.append(f"{path}: {sheet.title} {cell.coordinate} is a formula or a link")
                if sheet.cell(1, cell.column).value == "Plan date" and len(str(cell.value or "")) >= 10 and not cell.is_date:
                    faults.append(f"{path}: {sheet.title} {cell.coordinate} is not a date")
    return faults


def faults_of(path, seen):
    for ending, check in ((".sarif", faults_of_sarif), (".junit.xml", faults_of_junit), (".csv", faults_of_csv),
                          (".gitlab.json", faults_of_gitlab), (".xlsx", faults_of_xlsx)):
        if path.name.endswith(ending):
            return check(path)
    return faults_of_report(path, seen)


def wrong_reports(good):
    """Reports with one thing wrong, each to be refused."""

    def change(what, *steps):
        report = copy.deepcopy(good)
        place = report
        for step in steps[:-2]:
            place = place[step]
        if steps[-1] is KeyError:
            del place[steps[-2]]
        else:
            place[steps[-2]] = steps[-1]
        return what, report

    document = ("documents", 0)
    finding = document + ("findings", 0)
    yield change("another format", "schema", "ehcaudit-report/2")
    yield change("a date with a time", "audit", "as_at", "2026-11-23T00:00:00")
    yield change("a summary without questions", "summary", "questions", KeyError)
    yield change("a count below zero", "summary", "passed", -1)
    yield change("a severity of another scale", *finding, "severity", "high")
    yield change("a basis of another scale", *finding, "basis", "guidance")
    yield change("a finding without citations", *finding, "citations", [])
    yield change("a finding without its message", *finding, "message", "")
    yield change("a rule without a number", *finding, "rule", "provision-vague")
    yield change("a section that is none", *finding, "section", "H")
    yield change("line 0", *finding, "location", "line", 0)
    yield change("a column without a line", *finding, "location", "column", 7)
    yield change("a span of one number", *finding, "location", "span", [4])
    yield change("an empty excerpt", *finding, "location", "excerpt", "")
    yield change("a finding without its fingerprint", *finding, "fingerprint", KeyError)
    yield change("one place listed as several", *finding, "places", [good["documents"][0]["findings"][0]["location"]])
    yield change("an unreadable document with findings", *document, "error", "the file is empty")
    yield change("a document of no kind", *document, "kind", None)
    yield change("a plan date in words", *document, "plan", "date", "12 May 2025")
    yield change("an unchecked subject without a reason", *document, "unchecked", 0, "because", KeyError)


def main(names):
    seen = set()
    if names:
        faults = [fault for name in names for fault in faults_of(pathlib.Path(name), seen)]
    else:
        jsonschema.Draft7Validator.check_schema(SCHEMA)
        goldens = sorted(path for path in HERE.glob("*.json") if "." not in path.stem)
        faults = [] if goldens else ["no golden report was found"]
        for path in goldens:
            faults += faults_of_report(path, seen)
            lines = path.with_suffix(".jsonl")
            if strict_load(lines) != strict_load(path):
                faults.append(f"{lines}: says something else than {path.name}")
        for ending in ("sarif", "junit.xml", "csv", "gitlab.json"):
            for path in [HERE / f"{golden.stem}.{ending}" for golden in goldens]:
                faults += faults_of(path, seen)
        schemas = list(documented(SCHEMA, ""))
        for name, definition in SCHEMA["definitions"].items():
            schemas += documented(definition, name)
        for schema, where in schemas:
            for key, member in schema["properties"].items():
                if not member.get("description"):
                    faults.append(f"schema: {where}/{key} has no description")
                if (id(schema), key) not in seen:
                    faults.append(f"schema: {where}/{key} is in no golden report")
        good = strict_load(HERE / "ordinary.json")
        for what, report in wrong_reports(good):
            if VALIDATOR.is_valid(report):
                faults.append(f"schema: a report with {what} is not refused")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
