"""Relations: for every rule the kind of sentence it was made for, and sentences it must leave alone."""

from __future__ import annotations

import pytest

from kg.extract.relations.find import RULES, find_relations
from tests.extract.marked import draft, facts, read, told

EXAMPLES = [
    ("assists-aid", "〔L路桥区〕向〔L西昌市〕投入协作资金4200万元，选派教师43人。", "路桥区 assists 西昌市"),
    ("assists-for", "〔A县行政审批局〕为〔Z产业园〕派驻帮办专员。", "县行政审批局 assists 产业园"),
    ("assists-helps", "〔A市经信局〕、〔C市供电公司〕主动上门，帮助〔C甲光伏〕解决用电问题。", "市供电公司 assists 甲光伏"),
    ("assists-paired", "〔A市农业农村局〕与〔C甲农业〕结对帮扶〔L禾湾村〕。", "甲农业 assists 禾湾村"),
    ("assists-sends", "〔A市科技局〕已派驻专班服务〔C乙公司〕。", "市科技局 assists 乙公司"),
    ("assists-visit", "〔A市应急局〕负责人带队到〔C甲公司〕、〔C乙公司〕开展指导帮扶。", "市应急局 assists 乙公司"),
    ("assists-to-them", "〔A市税务局〕对〔C甲公司〕、〔C乙公司〕等企业开展政策辅导。", "市税务局 assists 乙公司"),
    ("partners-both", "〔A市交通局〕、〔A市卫健委〕联合开展便民行动。", "市交通局 cooperates_with 市卫健委"),
    ("partners-built", "研究院由〔I甲大学〕、〔A乙管委会〕和〔I丙商会〕三方共建。", "乙管委会 cooperates_with 丙商会"),
    ("partners-commission", "〔C甲铝业〕委托〔I乙研究院〕开发新材料。", "甲铝业 cooperates_with 乙研究院"),
    ("partners-join", "〔A甲支队〕联合〔A乙支队〕、〔A丙局〕突击检查。", "甲支队 cooperates_with 丙局"),
    ("partners-moved-in", "〔A市法院〕安排两名法官入驻〔I市总商会〕。", "市法院 cooperates_with 市总商会"),
    ("partners-signed-for", "〔P李波〕代表〔A县政府〕与〔C甲公司〕董事长〔P郭明〕进行了签约。", "县政府 cooperates_with 甲公司"),
    ("partners-venture", "〔C丙公司〕由〔C甲公司〕与〔C乙公司〕合资组建。", "甲公司 cooperates_with 乙公司"),
    ("partners-with", "〔A开发区管委会〕与〔C甲公司〕签订投资协议。", "开发区管委会 cooperates_with 甲公司"),
    ("invest-buys", "〔C甲公司〕以3860万欧元收购〔C乙公司〕51%的股权。", "甲公司 invests_in 乙公司"),
    ("invest-control", "〔C丙公司〕由〔C甲集团〕控股。", "甲集团 invests_in 丙公司"),
    ("invest-founds", "〔C甲控股〕2015年在〔L盐城〕投资设立〔C乙电子〕。", "甲控股 invests_in 乙电子"),
    ("invest-funds", "〔L路桥区〕拿出协作资金1600万元，在村口建起〔J冷链中心〕。", "路桥区 invests_in 冷链中心"),
    ("invest-holds", "〔C甲集团〕仍持有〔C乙公司〕34%股权。", "甲集团 invests_in 乙公司"),
    ("invest-in-kind", "〔C甲公司〕以技术入股，〔C乙合作社〕以土地入股，共同组建〔C丙公司〕。", "乙合作社 invests_in 丙公司"),
    ("invest-land", "邻近的〔L瓦吾村〕也把葡萄园入股〔C合作社〕。", "瓦吾村 invests_in 合作社"),
    ("invest-lends", "〔C甲银行〕为〔C乙公司〕提供贷款2.1亿元。", "甲银行 invests_in 乙公司"),
    ("invest-passive", "〔J改造工程〕由〔C甲公司〕投资1850万元，〔C乙公司〕承建。", "甲公司 invests_in 改造工程"),
    ("invest-sold-to", "〔C甲公司〕将所持〔C乙物流〕35%的股权作价4200万元，转让给〔C丙集团〕。", "丙集团 invests_in 乙物流"),
    ("invest-special-funds", "〔L许昌市〕投入专项资金建设〔I标准院〕。", "许昌市 invests_in 标准院"),
    ("invest-spends", "〔C甲公司〕拟投资1.2亿美元建设〔J传感器项目〕。", "甲公司 invests_in 传感器项目"),
    ("invest-stake", "〔C甲投资〕持股比例降至32.4%，仍为〔C乙食品〕第一大股东。", "甲投资 invests_in 乙食品"),
    ("invest-takes-share", "〔C国资公司〕出资1.5亿元参股〔C甲公司〕。", "国资公司 invests_in 甲公司"),
    ("invest-then", "〔C甲公司〕正在论证〔J技改项目〕，计划投资8000万元。", "甲公司 invests_in 技改项目"),
    ("invest-together", "〔C甲公司〕与〔C乙公司〕合资成立的〔C丙公司〕投产。", "乙公司 invests_in 丙公司"),
    ("invest-venture", "〔C丙公司〕由〔C甲公司〕与〔C乙公司〕合资组建。", "乙公司 invests_in 丙公司"),
    ("located-adjacent", "记者走进〔Z开发区〕〔Z电梯产业园〕。", "电梯产业园 located_in 开发区"),
    ("located-among", "在〔Z开发区〕100个重点项目中，〔J甲项目〕、〔J乙生产线〕等22个项目已完工。", "乙生产线 located_in 开发区"),
    ("located-at", "〔C甲公司〕、〔C乙公司〕落户〔Z高新区〕。", "甲公司 located_in 高新区"),
    ("located-built", "〔C甲公司〕将在〔Z高新区〕建设〔J电机项目〕。", "电机项目 located_in 高新区"),
    ("located-district", "〔P张立〕检查〔Z示范区〕辖区部分企业。他先后到〔C甲公司〕、〔C乙公司〕检查。", "乙公司 located_in 示范区"),
    ("located-local-firm", "〔Z高新区〕骨干企业〔C甲公司〕正在扩产。", "甲公司 located_in 高新区"),
    ("located-move-in", "〔Z产业园〕举行首批企业入驻仪式，〔C甲公司〕、〔C乙公司〕等12家单位领到钥匙。", "乙公司 located_in 产业园"),
    ("located-nested", "〔Z〔Z高新区〕织造产业园〕厂房内一片繁忙。", "高新区织造产业园 located_in 高新区"),
    ("located-of", "位于〔Z高新区〕的〔C甲公司〕车间内，工人正忙。", "甲公司 located_in 高新区"),
    ("located-one-of", "〔C甲公司〕是〔Z高新区〕的一家骨干企业。", "甲公司 located_in 高新区"),
    ("located-brought-in", "〔Z高新区〕去年引进的〔C甲公司〕已经投产。", "甲公司 located_in 高新区"),
    ("located-topic", "在〔Z高新区〕，〔C甲公司〕的生产线开足马力。", "甲公司 located_in 高新区"),
    ("located-praised", "〔Z开发区〕实施改造。〔C甲公司〕入选市级“隐形冠军”企业。", "甲公司 located_in 开发区"),
    ("located-tenant", "〔Z产业园〕吸引了〔C甲公司〕等企业入驻。", "甲公司 located_in 产业园"),
    ("located-tenants", "〔Z产业园〕二期交付。同批入驻的〔C甲公司〕投产。", "甲公司 located_in 产业园"),
    ("located-tour", "在〔Z高新区〕，〔P张立〕先后来到〔C甲公司〕、〔C乙公司〕。", "乙公司 located_in 高新区"),
    ("located-unveiled", "〔I研究院〕在〔Z开发区〕揭牌。", "研究院 located_in 开发区"),
    ("located-whose", "考察了〔Z高新区〕的〔F测试场〕和〔C甲公司〕。", "甲公司 located_in 高新区"),
    ("oversees-approves", "〔A甲厅〕批复〔J水厂工程〕。", "甲厅 oversees 水厂工程"),
    ("oversees-approved-by", "〔Z工业园区〕于2013年经〔A省政府〕批准设立。", "省政府 oversees 工业园区"),
    ("oversees-called-in", "〔A市生态环境局〕约谈〔C甲公司〕、〔C乙公司〕。", "市生态环境局 oversees 乙公司"),
    ("oversees-follow-up", "〔P张立〕到〔C甲公司〕检查。其余3处由〔A区应急局〕跟踪督办。", "区应急局 oversees 甲公司"),
    ("oversees-funds", "〔J大修工程〕总投资1.94亿元，其中〔A省交通厅〕补助9700万元。", "省交通厅 oversees 大修工程"),
    ("oversees-guides", "〔G消费节〕由〔A省文旅厅〕指导，〔A市文旅局〕主办。", "省文旅厅 oversees 消费节"),
    ("oversees-reported", "〔Z科技园〕规划方案报请〔A市委〕、〔A市政府〕审核确认。", "市政府 oversees 科技园"),
    ("oversees-required", "〔A市交通局〕将根据〔A省交通厅〕要求，编制计划。", "省交通厅 oversees 市交通局"),
    ("oversees-supervises", "〔A市水务局〕、〔A市住建局〕每周到现场督导〔J扩建工程〕进度和质量。", "市住建局 oversees 扩建工程"),
    ("oversees-watches", "〔A市住建局〕负责〔J水厂工程〕的质量监督。", "市住建局 oversees 水厂工程"),
    ("part-anaphor", "〔C甲公司〕投产。〔C该公司=甲公司〕〔C建设部〕组织施工。", "建设部 part_of 该公司"),
    ("part-belongs", "〔I甲研究院〕隶属于〔I乙大学〕。", "甲研究院 part_of 乙大学"),
    ("part-controlled", "〔C甲公司〕由〔C乙集团〕控股。", "甲公司 part_of 乙集团"),
    ("part-has-units", "〔C甲集团〕拥有〔C乙公司〕、〔C丙公司〕等8家子公司。", "丙公司 part_of 甲集团"),
    ("part-its", "〔C甲公司〕供货，膜组件由其全资子公司〔C乙公司〕生产。", "乙公司 part_of 甲公司"),
    ("part-nested", "〔C〔C许州供电公司〕东坡运维班〕正在巡视。", "许州供电公司东坡运维班 part_of 许州供电公司"),
    ("part-office", "〔A市委〕常委、〔A宣传部〕部长〔P甲一〕到会。", "宣传部 part_of 市委"),
    ("part-owned", "〔C乙集团〕下属企业〔C甲公司〕召开推进会。", "甲公司 part_of 乙集团"),
    ("part-parent-company", "〔C甲公司〕扩产，其母公司〔C乙集团〕主营铝材。", "甲公司 part_of 乙集团"),
    ("part-party", "〔A消防救援大队〕值守，〔A大队党委〕送上慰问信。", "大队党委 part_of 消防救援大队"),
    ("part-subsidiary", "〔C甲公司〕是〔C乙集团〕的全资子公司。", "甲公司 part_of 乙集团"),
    ("part-team", "〔C许州供电公司〕组织巡视，〔C东坡运维班〕登上铁塔。", "东坡运维班 part_of 许州供电公司"),
    ("part-under", "〔C甲集团〕扩产，旗下〔C乙公司〕、〔C丙公司〕均已投产。", "丙公司 part_of 甲集团"),
    ("part-within", "〔C甲分公司〕员工〔P郑乙〕说。当日，〔P郑乙〕所在的〔C配电一组〕接到指令。", "配电一组 part_of 甲分公司"),
    ("part-zone-body", "〔Z高新区〕召开〔A党工委〕、〔A管委会〕班子会议。", "管委会 part_of 高新区"),
    ("follows-helped", "〔G护苗行动〕由〔A甲局〕牵头，〔A乙局〕、〔A丙局〕配合实施。", "丙局 participates_in 护苗行动"),
    ("follows-joins", "〔I甲学院〕将参与〔J研发中心〕的课题攻关。", "甲学院 participates_in 研发中心"),
    ("follows-relied", "〔A市总工会〕依托〔C甲公司〕开展〔G消费节〕活动。", "甲公司 participates_in 消费节"),
    ("follows-task", "〔A甲局〕启动〔G护苗行动〕。〔I甲检测中心〕承担抽检任务。", "甲检测中心 participates_in 护苗行动"),
    ("follows-verb", "〔A市文旅局〕要对照《〔G旅游提升三年方案〕》补齐短板。", "市文旅局 participates_in 旅游提升三年方案"),
    ("works-supervised", "〔J三标段〕由〔C甲公司〕承建、〔C乙监理公司〕监理。", "乙监理公司 participates_in 三标段"),
    ("honour-from", "〔C甲公司〕荣获〔A省总工会〕颁发的“工人先锋号”称号。", "甲公司 recognised_by 省总工会"),
    ("honour-given", "〔C甲公司〕被〔A省科技厅〕认定为高新技术企业。", "甲公司 recognised_by 省科技厅"),
    ("honour-grants", "〔A省工信厅〕授予〔C甲公司〕“绿色工厂”称号。", "甲公司 recognised_by 省工信厅"),
    ("honour-listed", "在〔A市政务局〕公布的表彰名单中，〔C甲公司〕服务窗口荣获“服务标兵”称号。", "甲公司 recognised_by 市政务局"),
    ("honour-won", "〔C甲配电〕等4家企业入选市级“隐形冠军”企业。", "甲配电 recognised_by -"),
    ("honour-standing", "〔C甲集团〕是国家级高新技术企业，员工8200人。", "甲集团 recognised_by -"),
    ("runs-adjacent", "争取〔L魏都区〕《〔G治理方案〕》尽快通过审批。", "魏都区 runs 治理方案"),
    ("runs-issued", "按照〔A国家知识产权局〕最新发布的《〔G管理办法〕》要求更换。", "国家知识产权局 runs 管理办法"),
    ("runs-joint", "〔A市工信局〕联合〔A市税务局〕开展〔G助企行动〕。", "市税务局 runs 助企行动"),
    ("runs-led", "〔G护苗行动〕由〔A市市场监管局〕牵头。", "市市场监管局 runs 护苗行动"),
    ("runs-means", "〔Z高新区〕以〔G万企行动〕为抓手。", "高新区 runs 万企行动"),
    ("runs-titled", "学习《〔G〔A国务院〕关于推进创新提升的意见〕》。", "国务院 runs 国务院关于推进创新提升的意见"),
    ("runs-verb", "〔A市场监管局〕启动为期100天的〔G护苗行动〕。", "市场监管局 runs 护苗行动"),
    ("runs-told", "〔A市卫健局〕一年来有〔G名医行动〕惠及群众。", "市卫健局 runs 名医行动"),
    ("supply-bought", "〔C甲公司〕向〔C乙公司〕采购钢材2000吨。", "乙公司 supplies 甲公司"),
    ("supply-contract", "〔C合作社〕与〔C甲超市〕签订购销协议，每周供应番茄8吨。", "合作社 supplies 甲超市"),
    ("supply-for", "〔C甲公司〕为〔J水厂工程〕提供成套设备。", "甲公司 supplies 水厂工程"),
    ("supply-goods", "〔C甲电气〕供货〔J供热工程〕。", "甲电气 supplies 供热工程"),
    ("supply-ordered", "〔C乙轨交〕获得来自〔C甲机车厂〕的车轮订单。", "乙轨交 supplies 甲机车厂"),
    ("supply-passive", "〔J水厂工程〕开工，控制柜由〔C甲自动化公司〕配套。", "甲自动化公司 supplies 水厂工程"),
    ("supply-sells", "〔C甲公司〕扩产，产品供应给〔C乙汽车〕、〔C丙重工〕等企业。", "甲公司 supplies 丙重工"),
    ("supply-service", "〔C甲检测〕受〔A市生态环境局〕委托，承担18个断面的监测任务。", "甲检测 supplies 市生态环境局"),
    ("supply-ships", "〔C甲智电〕举行仪式，首批智能开关柜装车启程，运往〔J变电站工程〕。", "甲智电 supplies 变电站工程"),
    ("supply-supplier", "〔C乙公司〕是〔C甲汽车〕的一级供应商。", "乙公司 supplies 甲汽车"),
    ("supply-won", "〔C甲机械〕日前中标〔J供水改造项目〕，将供应蝶阀780台。", "甲机械 supplies 供水改造项目"),
    ("works-build", "〔C甲公司〕将在〔Z高新区〕建设〔J电机项目〕。", "甲公司 undertakes 电机项目"),
    ("works-contract", "〔C乙公司〕中标〔J设备采购项目〕。", "乙公司 undertakes 设备采购项目"),
    ("works-invests", "〔C甲公司〕投资8000万元的〔J智能工厂项目〕将投产。", "甲公司 undertakes 智能工厂项目"),
    ("works-its", "〔C乙公司〕由〔C甲公司〕控股，其〔J植入物生产线〕将试产。", "乙公司 undertakes 植入物生产线"),
    ("works-labelled", "〔J输水工程〕进展顺利，施工单位〔C丙公司〕优化工序。", "丙公司 undertakes 输水工程"),
    ("works-landing", "〔Z科技园〕积极招商，一季度拟落地的〔J储能项目〕、〔J互感器项目〕互相配套。", "科技园 undertakes 互感器项目"),
    ("works-lands", "要努力让〔J康养项目〕落地〔Z示范区〕。", "示范区 undertakes 康养项目"),
    ("works-on-site", "在〔J停车场项目〕施工现场，〔A某镇〕组织人员抓进度。", "某镇 undertakes 停车场项目"),
    ("works-owner-before", "〔C甲公司〕〔J年产4万吨磷酸铁锂项目〕已试生产。", "甲公司 undertakes 年产4万吨磷酸铁锂项目"),
    ("works-owner-named", "〔J〔C许甲电气〕喷漆生产线〕已建设完工。", "许甲电气 undertakes 许甲电气喷漆生产线"),
    ("works-passive", "〔J石溪工程〕由〔C甲公司〕投资建设、〔C乙公司〕施工。", "乙公司 undertakes 石溪工程"),
    ("works-phase", "〔J水厂工程〕由〔C甲公司〕建设，分两期实施，〔J一期工程〕已完工。", "甲公司 undertakes 一期工程"),
    ("works-plan", "〔Z开发区〕谋划实施总投资48亿元的〔J电梯产业园项目〕。", "开发区 undertakes 电梯产业园项目"),
    ("works-promote", "〔Z开发区〕持续推进〔J医药产业园项目〕。", "开发区 undertakes 医药产业园项目"),
    ("works-signed", "〔A县政府〕与〔C甲公司〕签约〔J胶膜基地项目〕。", "甲公司 undertakes 胶膜基地项目"),
    ("located-together", "〔L青川〕6个重大产业项目集中开工\n〔J甲桨叶项目〕总投资3亿元。", "甲桨叶项目 located_in 青川"),
    ("located-settled-works", "5个重点招商项目落户〔L青川县〕\n〔J甲面料项目〕将于明年投产。", "甲面料项目 located_in 青川县"),
    ("located-drew", "〔L青川市〕用优良的环境，吸引来〔C甲公司〕、〔C乙公司〕等一批知名企业落户。", "乙公司 located_in 青川市"),
    ("located-came", "〔C甲公司〕、〔C乙公司〕等国内众多行业领军企业相继落户〔L青川市〕。", "甲公司 located_in 青川市"),
    ("located-firms-of", "一行实地调研了〔C甲公司〕、〔C乙公司〕等〔Z高新区〕企业和项目。", "乙公司 located_in 高新区"),
    ("located-stops", "检查组观摩了〔Z开发区〕〔J甲基地〕、〔J乙基地〕四个项目。", "乙基地 located_in 开发区"),
    ("located-neighbours", "一行参观了〔Z〔Z开发区〕商务区〕、〔Z乙产业园〕等项目现场。", "乙产业园 located_in 开发区"),
    ("located-surveyed", "一行先后到〔C甲公司〕、〔Z乙产业园〕等重点企业，深入了解〔Z高新区〕产业培育情况。", "甲公司 located_in 高新区"),
    ("located-these", "一行考察了〔C甲公司〕、〔C乙公司〕等。这些都是近年来〔L青川市〕招商引进的项目。", "乙公司 located_in 青川市"),
    ("located-of-all", "今年省列重大项目涉及〔L青川市〕的共有9个。〔J甲水库〕、〔J乙高速〕进展顺利。", "乙高速 located_in 青川市"),
    ("honour-convened", "在〔C甲总公司〕召开的表彰大会上，〔C乙公司〕被评为“先进单位”。", "乙公司 recognised_by 甲总公司"),
    ("works-signed-on", "〔L某镇〕与〔C甲公司〕就〔J交易中心项目〕成功签约。", "甲公司 undertakes 交易中心项目"),
    ("works-signing", "〔A县政府〕、〔C甲公司〕举行了〔J养殖项目〕签约仪式。", "甲公司 undertakes 养殖项目"),
    ("works-including", "〔L江滨区〕还打造了4个教育组团，包括〔Z甲组团〕、〔Z乙组团〕。", "江滨区 undertakes 乙组团"),
    ("works-funded", "〔C甲供电公司〕为〔J柳河农网改造〕投入1500万元。", "甲供电公司 undertakes 柳河农网改造"),
    ("invest-funded", "〔C甲供电公司〕为〔J柳河农网改造〕投入1500万元。", "甲供电公司 invests_in 柳河农网改造"),
    ("works-ensured", "为确保〔J清淤工程〕如期推进，〔C乙公司〕组织技术人员复核坐标。", "乙公司 undertakes 清淤工程"),
    ("works-across", "〔C乙公司〕按照计划，对〔L柳河镇〕实施了〔J电网改造工程〕。", "乙公司 undertakes 电网改造工程"),
    ("works-parks", "〔Z开发区〕要加快〔Z中央商务区〕建设步伐。", "开发区 undertakes 中央商务区"),
]
NOT_HERE = {"part-parent", "part-zone-organ"}


@pytest.mark.parametrize(("rule", "marked", "fact"), EXAMPLES, ids=[row[0] for row in EXAMPLES])
def test_a_rule_reads_the_sentence_it_was_made_for(rule: str, marked: str, fact: str) -> None:
    made = read(marked)
    assert fact in [told(made, claim) for claim in made.claims if claim.rule == rule]


def test_every_rule_has_its_sentence() -> None:
    assert {rule.id for rule in RULES} == {row[0] for row in EXAMPLES} | NOT_HERE


@pytest.mark.parametrize(
    "marked",
    [
        "〔C甲公司〕与〔C乙公司〕相距200米。",
        "〔C甲公司〕没有与〔C乙公司〕签约。",
        "针对“〔C甲店〕是〔C乙集团〕下属门店”的传闻，〔C乙集团〕予以否认。",
        "〔C甲公司〕从未委托〔C乙公司〕募集资金，双方不存在合作关系。",
        "〔J技改项目〕总投资1.2亿元，尚未开工。",
        "会议由〔A市商务局〕主持。",
        "〔P张立〕到〔C甲公司〕、〔C乙公司〕检查。",
        "〔P张立〕督导〔J地铁工程〕建设时提出要求。",
        "〔L许昌市〕、〔C甲公司〕受到关注。",
        "〔C甲公司〕产品销往〔L欧洲〕。",
        "了解“〔G名医进村工程〕”推进情况。",
    ],
    ids=[
        "distance",
        "negated",
        "denied",
        "never",
        "a project's sum is no investment",
        "a meeting",
        "a visit is an event",
        "so is a leader's inspection",
        "a list",
        "a market",
        "looked at",
    ],
)
def test_a_sentence_that_says_no_relation_gives_none(marked: str) -> None:
    assert facts(marked) == []


def test_the_subject_may_stand_clauses_back() -> None:
    assert facts("〔A市商务局〕聚焦企业所盼，落实各项政策，扎实开展〔G助企行动〕。") == ["市商务局 runs 助企行动"]


def test_we_in_a_quotation_are_the_speakers_firm() -> None:
    found = facts("〔C丙公司〕建厂。“我们是〔C甲汽车〕的核心供应商。”〔C乙公司〕总经理〔P张一〕说。")
    assert [fact for fact in found if "supplies" in fact] == ["乙公司 supplies 甲汽车"]


def test_an_unread_name_before_the_verb_is_not_replaced_by_another() -> None:
    assert facts("〔C甲公司〕增产。泓某环保为〔J水厂工程〕中标人，泓某环保与〔C乙公司〕签约。") == []


def test_what_a_leader_demands_is_run_by_the_place_led() -> None:
    found = facts("〔A市委〕书记、市长〔P甲一〕到企业调研。〔P甲一〕强调，要持续开展〔G助企行动〕。", city="滁州市")
    assert [fact for fact in found if "runs" in fact] == ["滁州市 runs 助企行动"]


def test_plans_signatures_and_work_under_way_are_told_apart() -> None:
    made = read("〔C甲公司〕拟投资3亿元建设〔J一号项目〕。〔A县政府〕与〔C乙公司〕签订协议。〔Z开发区〕加快推进〔J二号项目〕。")
    assert {told(made, c): c.status for c in made.claims} == {
        "甲公司 invests_in 一号项目": "planned",
        "甲公司 undertakes 一号项目": "planned",
        "县政府 cooperates_with 乙公司": "signed",
        "开发区 undertakes 二号项目": "under_way",
    }


@pytest.mark.parametrize(
    ("marked", "qualifiers"),
    [
        ("〔C甲公司〕以3860万欧元收购〔C乙公司〕51%的股权。", {"amount": "3860万欧元"}),
        ("〔J石溪工程〕由〔C丙公司〕承建。", {"role": "contractor"}),
        ("〔C丁公司〕为〔J水厂工程〕提供超滤膜系统。", {"what": "超滤膜系统"}),
        ("〔C甲公司〕获评省级“专精特新”中小企业。", {"honour": "省级“专精特新”中小企业"}),
        ("〔A甲局〕与〔C乙公司〕签订投资协议。", {"what": "投资协议"}),
        ("〔A甲局〕与〔C乙公司〕定期会商对接机制。", {"what": "定期会商对接机制"}),
    ],
)
def test_qualifiers_are_as_printed(marked: str, qualifiers: dict[str, str]) -> None:
    assert [dict(c.qualifiers) for c in read(marked).claims] == [qualifiers]


def test_people_honoured_in_a_row_with_their_posts_are_all_honoured() -> None:
    found = facts("〔I甲学校〕教师〔P张一〕、〔I乙医院〕医生〔P李二〕被〔A市委〕评为“最美市民”。")
    assert [fact for fact in found if "recognised_by" in fact] == ["张一 recognised_by 市委", "李二 recognised_by 市委"]


def test_a_programme_shared_with_a_city_is_not_that_citys_alone() -> None:
    assert facts("〔L青川县〕正在推进与〔L江川市〕的〔G“同城化”行动〕。") == ["青川县 runs “同城化”行动"]


def test_the_judge_of_a_strategy_does_not_run_it() -> None:
    assert facts("〔A省统计局〕来人，〔P赵梅〕对〔L青川县〕推进〔G“工业强县”战略〕的做法给予肯定。") == ["青川县 runs “工业强县”战略"]


def test_where_money_is_spent_is_not_who_spends_it() -> None:
    found = facts("〔C甲公司〕在〔L青川县〕投资12亿元建设〔J乙项目〕。")
    assert [fact for fact in found if "located_in" not in fact] == ["甲公司 undertakes 乙项目", "甲公司 invests_in 乙项目"]


def test_committee_and_government_are_no_partners() -> None:
    assert facts("〔A青川市委〕、〔A市人民政府〕联合召开推进会。") == []


def test_several_quoted_honours_are_several() -> None:
    made = read("〔C甲公司〕先后荣获“全国文明单位”“省级工人先锋号”等荣誉称号。")
    assert [c.qualifier("honour") for c in made.claims] == ["全国文明单位", "省级工人先锋号"]


def test_a_row_of_honours_with_the_givers_level_outside_the_marks_is_split() -> None:
    made = read("〔C甲公司〕先后获得“江北省文明行业”、全国“五一”劳动奖状、全国模范职工之家等荣誉称号。")
    assert [c.qualifier("honour") for c in made.claims] == ["江北省文明行业", "全国“五一”劳动奖状", "全国模范职工之家"]


def test_an_honour_of_a_firms_staff_or_product_is_not_the_firms() -> None:
    assert facts("〔C甲公司〕主要负责人被〔A市委〕授予个人二等功。〔C乙公司〕的产品荣获国家科技进步二等奖。") == []


@pytest.mark.parametrize("marked", [row[1] for row in EXAMPLES], ids=[row[0] for row in EXAMPLES])
def test_the_evidence_names_the_object_or_the_subject(marked: str) -> None:
    made = read(marked)
    ends = {c: [made.mention(m).surface for m in (c.subject, c.object) if m] for c in made.claims}
    assert [told(made, c) for c, names in ends.items() if not any(name in c.evidence.quote for name in names)] == []


def test_the_organs_of_a_zones_own_page_are_part_of_it() -> None:
    assert facts("区领导〔P甲一〕及〔A区住建局〕、〔A财政局〕负责人参加调研。", zone="焦作市示范区") == [
        "甲一 holds_post 焦作市示范区",
        "区住建局 part_of 焦作市示范区",
        "财政局 part_of 焦作市示范区",
    ]


def test_a_parent_set_by_the_names_finder_is_taken() -> None:
    made = draft("〔C许州供电公司〕值守，〔C东坡维护站〕巡视。")
    parent, unit = made.mentions
    made.set_parent(unit, parent)
    find_relations(made)
    assert [told(made, c) for c in made.claims if c.rule == "part-parent"] == ["东坡维护站 part_of 许州供电公司"]
