# What vulture cannot see the use of: `make lint` reads this file, nothing runs it.
# The first pass reads kg and bench alone, so that what only tests call counts as dead.
from kg import archive, cli, export, extract, pipeline, reading, serve, stages
from tests import conftest
from tests.archive import test_incremental

__getattr__  # public names of the package
pipeline.Build.rdf
stages.Stage.requires  # read by a person, and by the test of the stages' order
stages.Stage.assigns
extract.examples.is_runnable  # for the test that runs the rules' examples
reading.ReadSpan.probability  # filled by readers that have one
archive.archive.Archive.search_articles  # what the store answers programs that have it open (docs/archive.md)
archive.archive.Archive.claims_of
archive.archive.Archive.events_of
archive.archive.Neighbour.n_facts
archive.paths.graph_of._adj  # what networkx reads a graph by
archive.paths.graph_of._node
cli.main.Commands.list_commands  # called by click
cli.main.Commands.format_commands
cli.serving.mcp.mcp  # commands, imported by name
cli.serving.serve.serve
cli.news.diff.diff
cli.news.watch.watch
export.ftm.FollowTheMoney  # named in the table of formats, loaded when asked for
export.gexf.Gexf
export.graphml.GraphMl
export.html.page.Html
export.html.page.get_nodes  # asked for by pyvis's template
export.neo4j.Neo4j
export.rdf.jsonld.JsonLd
export.rdf.nquads.NQuads
export.rdf.turtle.Turtle
export.tables.Tables
test_incremental.ComingAndGoing.decide  # steps of a random walk, called by hypothesis
test_incremental.ComingAndGoing.say_the_day
test_incremental.ComingAndGoing.the_bytes_are_those_of_a_fresh_build
test_incremental.ComingAndGoing.teardown
short_help  # a command's, read by click
speaking_chinese  # a fixture that every test of its file uses
conftest.pytest_addoption  # called by pytest
conftest.pytest_collection_modifyitems
conftest.pytest_configure
conftest.pytest_collection_finish
conftest.clean_folder
pytestmark
handle_starttag  # called by html.parser
do_POST  # called by http.server
log_message
should_exit  # read by uvicorn
text_zh  # read by a template
registered  # a fixture that every test of its file uses
intra_op_num_threads  # options of onnxruntime
inter_op_num_threads
log_severity_level
ir_version
export.asking.Asking.to_pandas  # public names of a build
export.asking.Asking._repr_html_
serve.sparql.checking.Fault.severity  # read by the editor, from the answer as JSON
