"""Which body a name itself says it belongs to."""

from tests.extract.naming import mention, read


def test_an_organ_belongs_to_the_body_before_it() -> None:
    made = read("市政协文史委主任茹青、提案委主任寇丹阳参加视察。")[0]

    assert made.mention(mention(made, "提案委").parent or "").surface == "市政协"


def test_a_district_office_on_a_zones_page_belongs_to_the_zone() -> None:
    made = read("区应急管理局负责人带队检查。", zone="云岭高新区")[0]
    parent = made.mention(mention(made, "区应急管理局").parent or "")

    assert (parent.kind, parent.type, parent.name, parent.surface) == ("implied", "zone", "云岭高新区", "区")
