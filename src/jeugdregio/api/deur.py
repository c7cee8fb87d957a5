"""The gathered API."""

from ninja import NinjaAPI

api = NinjaAPI(title="Jeugdregio", version="1.0.0", urls_namespace="api", docs_url=None)
