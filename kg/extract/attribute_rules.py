"""The rules that make attributes: the sentence each was made for and what it must leave alone. Knows no pattern.

What a quantity is, the cues say (kg/lexicon/attribute_cues.tsv); confidence goes by how near its owner stands (attribute_writer).
"""

from __future__ import annotations

from kg.extract.rules import Rule

RULES = (
    Rule("attribute-total_investment", "total_investment", "云溪水厂项目由甲公司承建，总投资6亿元。", "签约项目11个，总投资62亿元。", 0.88),
    Rule("attribute-completed_investment", "completed_investment", "云溪水厂项目累计完成投资4亿元。", "项目年度计划投资21亿元。", 0.9),
    Rule("attribute-contract_amount", "contract_amount", "甲公司中标云溪水厂项目，中标金额5380万元。", "股权作价4200万元转让。", 0.88),
    Rule("attribute-funding", "funding", "市水务局争取资金960万元，启动云溪供水工程。", "公司新增贷款5亿元。", 0.85),
    Rule("attribute-area", "area", "青桐产业园占地420亩。", "村民种植葡萄420亩。", 0.9),
    Rule("attribute-floor_area", "floor_area", "青桐产业园总建筑面积15万平方米。", "营业大厅300平方米。", 0.9),
    Rule("attribute-capacity", "capacity", "水厂日供水能力由10万吨提高到25万吨。", "新增变电容量41万千伏安。", 0.88),
    Rule("attribute-name", "capacity", "年产30万台水泵项目落户本市。", "220千伏云溪变电站。", 0.95),
    Rule("attribute-members", "members", "青桐产业园现有入园企业26家。", "市监局检查企业22家。", 0.88),
    Rule("attribute-patents", "patents", "甲公司拥有发明专利37项。", "申请专利的流程。", 0.88),
    Rule("attribute-output", "output", "甲公司去年实现产值4.2亿元。", "产值同比增长4.2亿元。", 0.85),
    Rule("attribute-start", "start", "一期工程2021年3月开工。", "3月5日，市监局召开工作会议。", 0.9),
    Rule("attribute-completion", "completion", "110千伏云溪输变电工程已于今年1月投运。", "月底主体完工。", 0.88),
    Rule("attribute-status", "status", "云溪水厂项目尚未开工。", "要确保云溪水厂项目早日投产。", 0.92),
)
