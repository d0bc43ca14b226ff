"""Alembic's environment: the migrations run on the connection, and in the transaction, that they are handed."""

from alembic import context

from editor_app.storage.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
