"""The command that opens the pages in a browser: serve."""

import click

from unload.errors import UnloadError

PORT = 8000
WANTED = ("cryptography", "fido2", "jinja2", "pyotp", "segno", "waitress", "whitenoise")


@click.command()
@click.option("--demo", is_flag=True, help="A made-up runner, in a data folder of its own.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True,
    help="Where to listen; 0 takes a free one.",
)  # fmt: skip
@click.option(
    "--new-password", is_flag=True,
    help="Show a code with which to set another; passkeys, codes and a calendar's address end.",
)  # fmt: skip
def serve(demo: bool, port: int, new_password: bool) -> None:
    """Open Unload in a browser on this machine, until Ctrl-C.

    The first account is made with a code that is printed here. Nobody else can reach the pages,
    and they ask nothing of the network.

    \b
    Examples:
      unload serve --demo
      unload serve --port 8080
    """
    try:
        from unload.web import serving  # brings Django and the web's own packages
    except ModuleNotFoundError as error:
        if error.name not in WANTED:
            raise
        says = f"The pages need the extra `web` ({error.name} is missing): uv sync --extra web"
        raise UnloadError(says) from error
    if demo:
        serving.serve_demo(port, click.echo)
    else:
        serving.serve(port, click.echo, new_password=new_password)
