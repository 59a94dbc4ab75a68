#!/usr/bin/python3
"""The files of samples/ci: their YAML is read, and every command in them is run on templates: ci_files.py PROGRAM

What a service itself does with the results cannot be tried here; that the files it is given are there and valid can.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import yaml

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
TOP = pathlib.Path(__file__).resolve().parent.parent.parent
CI = TOP / "samples" / "ci"
faults = []


def check(holds, what):
    if not holds:
        faults.append(what)


def project(temporary, name):
    """A repository of templates: the blank sample, and a copy of a filled-in plan that was taken for one."""
    folder = pathlib.Path(temporary) / name
    (folder / "templates").mkdir(parents=True)
    shutil.copy(TOP / "samples" / "blank-template" / "plan.docx", folder / "templates" / "blank.docx")
    shutil.copy(TOP / "samples" / "good-plan-as-xml" / "plan.xml", folder / "templates" / "filled in.xml")
    shutil.copy(CI / "ehcaudit.info", folder)
    return folder


def run(folder, script):
    summary = folder / "summary.md"
    summary.touch()
    path = f"{PROGRAM.parent}:/usr/bin:/bin"
    return subprocess.run(["bash", "-euc", script], cwd=folder, capture_output=True, text=True, check=False,
                          env={**os.environ, "PATH": path, "GITHUB_STEP_SUMMARY": str(summary)})


def audited(folder, script, files, what):
    """Runs the script and holds what it wrote, and what it says it wrote, against each other."""
    check("ehcaudit" in script, f"{what}: no command of ours in {script!r}")
    result = run(folder, script)
    check(result.returncode in (0, 1), f"{what}: exit status {result.returncode}, {result.stderr!r}")
    for file in files:
        check((folder / file).is_file(), f"{what}: {file} is not there")
    named = [re.sub(r"^.*/", "", f) for f in re.findall(r"=([\w./-]+)", script) if "." in f]
    check(sorted(named) == sorted(re.sub(r"^.*/", "", f) for f in files), f"{what}: the service reads {files}, the command writes {named}")
    return result


def validate(paths):
    valid = subprocess.run(["/usr/bin/python3", TOP / "tests" / "report" / "validate.py", *map(str, paths)], capture_output=True, text=True, check=False)
    check(valid.returncode == 0, valid.stdout)


with tempfile.TemporaryDirectory() as temporary:
    files = {path.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(CI.glob("*.y*ml"))}
    check(set(files) == {"github-workflow.yml", "gitlab-job.yml", "azure-pipelines.yml", "pre-commit-hooks.yaml"}, f"files: {sorted(files)}")
    listed = (CI / "README.md").read_text(encoding="utf-8")
    for path in CI.iterdir():
        check(path.name == "README.md" or f"`{path.name}`" in listed, f"{path.name} is not in the README")

    folder = project(temporary, "github")
    steps = files["github-workflow.yml"]["jobs"]["audit"]["steps"]
    uploaded = [step["with"]["sarif_file"] for step in steps if "upload-sarif" in step.get("uses", "")]
    result = audited(folder, next(step["run"] for step in steps if "run" in step), uploaded, "GitHub")
    validate([folder / file for file in uploaded])
    check(all(re.match(r"::(error|warning|notice) file=templates/|::notice title=EHC plan audit::", line) for line in result.stdout.splitlines()), f"GitHub annotations: {result.stdout[:300]!r}")
    check((folder / "summary.md").read_text(encoding="utf-8").startswith("# EHC plan audit"), "GitHub: no summary page")

    folder = project(temporary, "gitlab")
    job = files["gitlab-job.yml"]["ehc_templates"]
    reports = job["artifacts"]["reports"]
    audited(folder, "\n".join(job["script"]), list(reports.values()), "GitLab")
    check(set(job["artifacts"]["paths"]) == set(reports.values()), "GitLab: artifacts and reports differ")
    shutil.copy(folder / reports["codequality"], folder / "quality.gitlab.json")
    validate([folder / "quality.gitlab.json", folder / reports["junit"]])

    folder = project(temporary, "azure")
    steps = files["azure-pipelines.yml"]["steps"]
    inputs = [step["inputs"] for step in steps if "inputs" in step]
    results = next(i["testResultsFiles"] for i in inputs if "testResultsFiles" in i)
    logs = next(i for i in inputs if "artifactName" in i)
    check(logs["artifactName"] == "CodeAnalysisLogs", "Azure: the SARIF tab looks for CodeAnalysisLogs")
    result = audited(folder, next(step["script"] for step in steps if "script" in step), [f"{logs['pathToPublish']}/templates.sarif", results], "Azure")
    validate([folder / logs["pathToPublish"] / "templates.sarif", folder / results])
    check(all(line.startswith(("##vso[task.logissue type=", "EHC plan audit: ")) for line in result.stdout.splitlines()), f"Azure annotations: {result.stdout[:300]!r}")

    folder = project(temporary, "hooks")
    check(run(folder, "ehcaudit init templates && mv templates/local . && rm templates/ehcaudit.info").returncode == 0, "init")
    for hook in files["pre-commit-hooks.yaml"]:
        check({"id", "name", "description", "entry", "language", "files", "minimum_pre_commit_version"} <= set(hook) and hook["language"] == "system", f"hook {hook['id']}: {sorted(hook)}")
        matching = [str(path.relative_to(folder)) for path in sorted(folder.rglob("*")) if re.search(hook["files"], str(path.relative_to(folder)))]
        check(bool(matching), f"hook {hook['id']}: no file matches {hook['files']}")
        words = " ".join(f"'{name}'" for name in matching) if hook.get("pass_filenames", True) else ""
        result = run(folder, f"{hook['entry']} {words}")
        check(result.returncode in ((0, 1) if "check" in hook["entry"] else (0,)), f"hook {hook['id']}: {result.returncode} {result.stdout} {result.stderr}")
    # A rule that its example belies, and a file in another form, must stop a commit.
    rules = folder / "local" / "local.rules"
    rules.write_text(rules.read_text(encoding="utf-8").replace("at least 8", "at least 800"), encoding="utf-8")
    check(run(folder, next(h["entry"] for h in files["pre-commit-hooks.yaml"] if h["id"] == "ehcaudit-rules-test")).returncode == 1, "a rule that fails its example passes the hook")

    # As pre-commit itself runs them when somebody commits.
    folder = project(temporary, "commits")
    (folder / "templates" / "filled in.xml").unlink()
    check(run(folder, "ehcaudit init templates && mv templates/local . && rm templates/ehcaudit.info && sed -i 's/^fail-on .*/fail-on critical/' ehcaudit.info").returncode == 0, "init")
    hooks = [{**hook, "entry": hook["entry"].replace(" --fail-on minor", "")} for hook in files["pre-commit-hooks.yaml"]]
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]}), encoding="utf-8")
    set_up = "export PRE_COMMIT_HOME=$PWD/../cache HOME=$PWD/..; git() { command git -c user.name=Somebody -c user.email=somebody@example.org \"$@\"; }; "
    result = run(folder, set_up + "git init -q . && pre-commit install >/dev/null && git add . && git commit -qm first")
    check(result.returncode == 0, f"a commit of good templates and rules: {result.returncode} {result.stdout} {result.stderr}")
    (folder / "local" / "local.rules").write_text((folder / "local" / "local.rules").read_text(encoding="utf-8").replace("at least 8", "at least 800"), encoding="utf-8")
    result = run(folder, set_up + "git add . && git commit -qm second")
    check(result.returncode == 1 and "test rules by their examples" in result.stderr + result.stdout and "Failed" in result.stderr + result.stdout, f"a commit of a rule that fails its example: {result.returncode} {result.stdout} {result.stderr}")
    run(folder, set_up + "git checkout -q HEAD -- local; git reset -q --hard")
    shutil.copy(TOP / "samples" / "template-with-gaps" / "plan.docx", folder / "templates" / "gaps.docx")
    result = run(folder, set_up + "git add . && git commit -qm third")
    check(result.returncode == 1 and "audit blank plan templates" in result.stderr + result.stdout, f"a commit of a template with gaps: {result.returncode} {result.stdout} {result.stderr}")
for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)
