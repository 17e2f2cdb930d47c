"""A stage's page as a script: its steps from a command line, without this project."""

from __future__ import annotations

from backend.codegen.page import lay_out

_ENDING = '''
def read_table(path: Path) -> pd.DataFrame:
    """A CSV or Parquet file as it is; any other file as the one cell of a column of bytes."""
    if path.suffix == ".csv":
        return pd.read_csv(path, keep_default_na=False, na_values=[""])
    if path.suffix == ".parquet":
        return pd.read_parquet(path)
    return pd.DataFrame({"bytes": [path.read_bytes()]})


def main() -> None:
    """Do one step, and print what it gives as JSON."""
    parser = argparse.ArgumentParser(description="Do one step, as steps.json tells it.")
    parser.add_argument("step", help="the name of the step")
    parser.add_argument("--table", action="append", default=[], metavar="NAME=FILE")
    parser.add_argument("--arguments", type=Path, help="a JSON file with the step's arguments")
    parser.add_argument("--artifacts", type=Path, default=Path("artifacts"), help="to fill")
    given = parser.parse_args()
    pairs = (each.split("=", 1) for each in given.table)
    tables = {name: read_table(Path(file)) for name, file in pairs}
    arguments = json.loads(given.arguments.read_text("utf-8")) if given.arguments else {}
    given.artifacts.mkdir(parents=True, exist_ok=True)
    value = check(tables, step=given.step, artifacts=given.artifacts, arguments=arguments)
    print(json.dumps(value, indent=1, default=str))


if __name__ == "__main__":
    main()
'''
_FUTURE = "from __future__ import annotations\n"


def page_script(source: str) -> str:
    """The page with a command line of its own; the page itself stays as it is."""
    head, future, rest = source.partition(_FUTURE)
    return lay_out(f"{head}{future}\nimport argparse\nimport json{rest}\n{_ENDING}")
