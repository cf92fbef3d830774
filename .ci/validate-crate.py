"""Asks roc-validator whether a folder is an RO-Crate 1.1 with the Process Run Crate profile.

What is required must hold; what is recommended is printed. Where w3id.org is out of reach, the context of RO-Crate 1.1
comes from the package rocrate.
"""

import sys
from importlib.resources import files

import requests
from requests.adapters import BaseAdapter
from rocrate_validator import models, services

CONTEXT = "https://w3id.org/ro/crate/1.1/context"
PROFILES = ("ro-crate-1.1", "process-run-crate")


class Bundled(BaseAdapter):
    """Answers with the context that lies in a package."""

    def send(self, request, **kwargs):
        response = requests.Response()
        response.status_code = 200
        response.headers["Content-Type"] = "application/ld+json"
        response._content = (files("rocrate") / "data" / "ro-crate.jsonld").read_bytes()
        response.url = request.url
        response.request = request
        return response

    def close(self):
        pass


def serve_context_without_network():
    try:
        requests.get(CONTEXT, timeout=10).raise_for_status()
    except requests.RequestException:
        print(f"{CONTEXT} cannot be reached: taken from the package rocrate")
        choose = requests.Session.get_adapter
        requests.Session.get_adapter = lambda self, url: Bundled() if url == CONTEXT else choose(self, url)


def validate(crate, profile, severity):
    settings = services.ValidationSettings(
        rocrate_uri=crate, profile_identifier=profile, requirement_severity=severity, no_cache=True
    )
    result = services.validate(settings)
    for issue in result.get_issues():
        print(f"  {issue.severity.name}: {issue.message} ({issue.violatingEntity})")
    return result.passed()


def main(crate):
    serve_context_without_network()
    for profile in PROFILES:
        print(f"{profile}, all that is recommended:")
        validate(crate, profile, models.Severity.RECOMMENDED)
        if not validate(crate, profile, models.Severity.REQUIRED):
            sys.exit(f"not valid: {profile}")
        print(f"{profile}: valid, says roc-validator")


if __name__ == "__main__":
    main(sys.argv[1])
