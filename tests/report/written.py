#!/usr/bin/python3
"""Runs the program over the samples and has what it writes read by others: written.py PROGRAM

All formats in one run, each to its file: JSON, SARIF, JUnit, CSV, GitLab and Excel by validate.py, XML by xmllint, the workbook by LibreOffice besides. Then what
can go wrong with an output: a full disk, a file that would grow too large, a pipe that is closed, a folder that is not there, a
document in the way. Each must end in one clear line and exit status 2, leave no half file, and harm no document.
"""

import csv
import hashlib
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import zipfile

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
FILES = {
    "text": "audit.txt", "json": "audit.json", "jsonl": "audit.jsonl", "csv": "audit.csv", "xlsx": "audit.xlsx", "markdown": "audit.md",
    "sarif": "audit.sarif", "junit": "audit.junit.xml", "github": "audit.github", "github-summary": "audit.summary.md",
    "gitlab": "audit.gitlab.json", "azure": "audit.azure",
}
faults = []


def check(holds, what):
    if not holds:
        faults.append(what)


def run(*words, **settings):
    return subprocess.run([PROGRAM, "check", "--as-at", "2025-06-01", *words], cwd=TOP, capture_output=True, text=True, check=False, **settings)


def sums(folder):
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.rglob("*")) if path.is_file()}


def told(result, words, what):
    """One line on standard error that says so, and exit status 2."""
    lines = result.stderr.splitlines()
    check(result.returncode == 2, f"{what}: exit status {result.returncode}")
    check(len(lines) == 1 and words in lines[0], f"{what}: it says {result.stderr!r}")


def all_formats(folder):
    listed = subprocess.run([PROGRAM, "help", "formats"], capture_output=True, text=True, check=True).stdout
    # docx and html are written by engine/annotate and engine/report/html, and tested with Chromium and LibreOffice.
    names = {line.split()[0] for line in listed.splitlines() if line.startswith("  ") and not line.startswith("   ")} - {"html", "docx"}
    check(names == set(FILES), f"formats without a file here, or the reverse: {names ^ set(FILES)}")
    formats = [f"--format={name}={folder / file}" for name, file in FILES.items()]
    before = sums(TOP / "samples")
    result = run("samples", "--verbose", *formats)
    check(result.returncode in (1, 3) and result.stdout == "" and result.stderr == "", f"all formats: {result.returncode} {result.stderr}")
    check(sums(TOP / "samples") == before, "a sample was changed")
    first = sums(folder)
    check({path.name for path in first} == set(FILES.values()), f"files written: {[path.name for path in first]}")
    check(all(path.stat().st_mode & 0o777 == 0o600 for path in first), "a report can be read by others")
    run("samples", "--verbose", "--jobs", "1", *formats)
    check(sums(folder) == first, "a second run wrote other bytes: " + ", ".join(p.name for p, s in sums(folder).items() if first.get(p) != s))
    validated = [str(folder / FILES[name]) for name in ("json", "jsonl", "sarif", "junit", "csv", "gitlab", "xlsx")]
    subprocess.run(["/usr/bin/python3", HERE / "validate.py", *validated], check=True)
    subprocess.run(["xmllint", "--noout", folder / FILES["junit"]], check=True)
    read_by_libreoffice(folder)


def read_by_libreoffice(folder):
    """The workbook's sheets as LibreOffice Calc reads them: as many findings as the CSV file has."""
    sheets = folder / "sheets"
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
                    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", sheets, folder / FILES["xlsx"]],
                   check=True, capture_output=True, timeout=300)
    with open(sheets / "audit-Findings.csv", encoding="utf-8", newline="") as findings, open(folder / FILES["csv"], encoding="utf-8", newline="") as written:
        read, rows = list(csv.DictReader(findings)), [row for row in csv.DictReader(written) if row["rule"]]
    check([(row["Document"], row["Rule"]) for row in read] == [(row["document"], row["rule"]) for row in rows], f"LibreOffice reads {len(read)} findings of {len(rows)}")
    check({path.name for path in sheets.iterdir()} == {f"audit-{name}.csv" for name in ("Findings", "Plans", "Rules", "Counts", "Unchecked", "Questions")}, "LibreOffice reads other sheets")


def bad_outputs(folder):
    plan = "samples/vague-provision/plan.xml"
    if not (TOP / plan).exists():
        plan = str(next((TOP / "samples" / "vague-provision").glob("plan.*")).relative_to(TOP))
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
    told(run("samples/vague-provision/plan.docx", f"--format=docx={folder / 'copies'}", preexec_fn=limit), "cannot be written", "copies that would be too large")
    check(not [path for path in folder.rglob("*") if path.is_file()], "a copy was left half written")
    shutil.rmtree(folder / "copies", ignore_errors=True)
    for name in (*FILES, "html"):
        told(run(plan, f"--format={name}=/dev/full"), "no space is left on the disk", f"{name} on a full disk")
        target = folder / f"limited.{name}"
        target.write_text("what was there before", encoding="utf-8")
        told(run("samples", f"--format={name}={target}", preexec_fn=limit), "", f"{name} in a file that would be too large")
        check(target.read_text(encoding="utf-8") == "what was there before", f"{name}: a file was left half written")
        target.unlink()
        check(not list(folder.iterdir()), f"{name}: left behind {list(folder.iterdir())}")
        told(run(plan, f"--format={name}={folder}/not/there"), "does not exist", f"{name} in a folder that is not there")
        told(run(plan, f"--format={name}={folder}"), "folder", f"{name} to a folder")
        before = sums(TOP / "samples")
        told(run(plan, f"--format={name}={plan}"), "document to audit", f"{name} over the document")
        check(sums(TOP / "samples") == before, f"{name}: the document was changed")
        # A reader that stops at once.
        with subprocess.Popen([PROGRAM, "check", "--as-at=2025-06-01", "samples", f"--format={name}", "--verbose"], cwd=TOP, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as closed:
            closed.stdout.close()
            error = closed.stderr.read()
            check(closed.wait() == 2 and error.count("\n") == 1 and "has stopped" in error, f"{name} into a closed pipe: {closed.returncode} {error!r}")


def archives(folder):
    """An archive of plans is a document like its files: no report replaces it, and its files have copies beside those of others."""
    path = folder / "plans.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(TOP / "samples" / "vague-provision" / "plan.docx", "north/plan.docx")
    before = path.read_bytes()
    for name in ("html", *FILES):
        told(run(path, f"--format={name}={path}"), "document to audit", f"{name} over an archive of plans")
        check(path.read_bytes() == before, f"{name}: the archive was changed")
    result = run(path, f"--format=docx={folder / 'copies'}")
    check(result.returncode == 1 and [str(copy.relative_to(folder)) for copy in (folder / "copies").rglob("*.*x")] == ["copies/plan.docx"], f"copies of an archive's files: {result.stderr}")
    run(f"{path}/north/plan.docx", f"--format=html={folder / 'one.html'}")
    check('id="text"' in (folder / "one.html").read_text(encoding="utf-8"), "the page of an archive's file does not show its text")
    check(path.read_bytes() == before, "the archive was changed")
    # A file of fields says what each of its texts is.
    run("samples/good-plan-as-xml/plan.xml", f"--format=html={folder / 'fields.html'}")
    page = (folder / "fields.html").read_text(encoding="utf-8")
    check(all(f'<span class="ehc-field__name">{label}</span>' in page for label in ("Child: date of birth", "F1")), "the page of plan XML does not name its fields")


with tempfile.TemporaryDirectory() as temporary:
    for part in (all_formats, bad_outputs, archives):
        here = pathlib.Path(temporary) / part.__name__
        here.mkdir()
        part(here)
for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)
