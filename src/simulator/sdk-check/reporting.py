"""Counts checks and prints their outcome, never a key."""

import contextlib
import re


class Report:
    def __init__(self, sdk):
        self.sdk = sdk
        self.passed = 0
        self.failed = 0

    @contextlib.contextmanager
    def check(self, name):
        """Runs the body as one check; a failure is noted and the next check goes on."""
        try:
            yield
        except Exception as failure:
            self.failed += 1
            reason = re.sub(r"sk-or-[\w-]+", "sk-or-…", f"{type(failure).__name__}: {failure}")
            print(f"FAILED {self.sdk} {name}: {reason[:600]}", flush=True)
        else:
            self.passed += 1
            print(f"passed {self.sdk} {name}", flush=True)

    def close(self):
        """Prints the count for the caller and answers with the exit code."""
        print(f"{self.sdk}: {self.passed} passed, {self.failed} failed", flush=True)
        return 1 if self.failed or not self.passed else 0
