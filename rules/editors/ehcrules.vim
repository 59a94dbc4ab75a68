" Rules for EHC plans. Written from the program's table of words; a test holds it against that.
if exists("b:current_syntax")
  finish
endif

syntax case match
syntax iskeyword @,48-57,_,45

syntax match ehcUnit /\%(\k\|\.\)\@1<!working\s\+days\%(\k\|:\)\@!/
syntax match ehcUnit /\%(\k\|\.\)\@1<!working\s\+day\%(\k\|:\)\@!/
syntax match ehcUnit /\%(\k\|\.\)\@1<!months\%(\k\|:\)\@!/
syntax match ehcUnit /\%(\k\|\.\)\@1<!month\%(\k\|:\)\@!/
syntax match ehcUnit /\%(\k\|\.\)\@1<!weeks\%(\k\|:\)\@!/
syntax match ehcUnit /\%(\k\|\.\)\@1<!years\%(\k\|:\)\@!/
syntax match ehcUnit /\%(\k\|\.\)\@1<!days\%(\k\|:\)\@!/
syntax match ehcUnit /\%(\k\|\.\)\@1<!week\%(\k\|:\)\@!/
syntax match ehcUnit /\%(\k\|\.\)\@1<!year\%(\k\|:\)\@!/
syntax match ehcUnit /\%(\k\|\.\)\@1<!day\%(\k\|:\)\@!/

syntax match ehcConstant /\%(\k\|\.\)\@1<!a\s\+valid\s\+pupil\s\+number\%(\k\|:\)\@!/
syntax match ehcConstant /\%(\k\|\.\)\@1<!a\s\+valid\s\+NHS\s\+number\%(\k\|:\)\@!/
syntax match ehcConstant /\%(\k\|\.\)\@1<!a\s\+nil\s\+statement\%(\k\|:\)\@!/
syntax match ehcConstant /\%(\k\|\.\)\@1<!in\s\+a\s\+quotation\%(\k\|:\)\@!/
syntax match ehcConstant /\%(\k\|\.\)\@1<!a\s\+placeholder\%(\k\|:\)\@!/
syntax match ehcConstant /\%(\k\|\.\)\@1<!unreadable\%(\k\|:\)\@!/
syntax match ehcConstant /\%(\k\|\.\)\@1<!critical\%(\k\|:\)\@!/
syntax match ehcConstant /\%(\k\|\.\)\@1<!missing\%(\k\|:\)\@!/
syntax match ehcConstant /\%(\k\|\.\)\@1<!negated\%(\k\|:\)\@!/
syntax match ehcConstant /\%(\k\|\.\)\@1<!advice\%(\k\|:\)\@!/
syntax match ehcConstant /\%(\k\|\.\)\@1<!quoted\%(\k\|:\)\@!/
syntax match ehcConstant /\%(\k\|\.\)\@1<!stated\%(\k\|:\)\@!/
syntax match ehcConstant /\%(\k\|\.\)\@1<!blank\%(\k\|:\)\@!/
syntax match ehcConstant /\%(\k\|\.\)\@1<!major\%(\k\|:\)\@!/
syntax match ehcConstant /\%(\k\|\.\)\@1<!minor\%(\k\|:\)\@!/
syntax match ehcConstant /\%(\k\|\.\)\@1<!fail\%(\k\|:\)\@!/
syntax match ehcConstant /\%(\k\|\.\)\@1<!skip\%(\k\|:\)\@!/

syntax match ehcWord /\%(\k\|\.\)\@1<!in\s\+the\s\+same\s\+paragraph\s\+as\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!in\s\+the\s\+same\s\+sentence\s\+as\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!school\s\+leaving\s\+date\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!misspells\s\+no\s\+word\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!working\s\+days\s\+between\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!does\s\+not\s\+start\s\+with\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!misspell\s\+no\s\+word\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!misspells\s\+a\s\+word\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!shares\s\+no\s\+word\s\+with\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!difference\s\+between\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!misspell\s\+a\s\+word\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!share\s\+no\s\+word\s\+with\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!shares\s\+a\s\+word\s\+with\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!do\s\+not\s\+start\s\+with\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!does\s\+not\s\+end\s\+with\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!minutes\s\+a\s\+week\s\+in\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!repeated\s\+share\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!share\s\+a\s\+word\s\+with\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!academic\s\+year\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!does\s\+not\s\+contain\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!does\s\+not\s\+mention\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!text\s\+of\s\+sections\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!do\s\+not\s\+end\s\+with\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!first\s\+stated\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!text\s\+of\s\+section\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!unchecked\s\+rules\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!do\s\+not\s\+contain\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!do\s\+not\s\+mention\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!does\s\+not\s\+match\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!in\s\+common\s\+with\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!months\s\+between\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!reading\s\+age\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!school\s\+year\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!unchecked\s\+rule\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!weeks\s\+between\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!with\s\+category\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!years\s\+between\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!by\s\+reference\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!days\s\+between\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!do\s\+not\s\+match\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!on\s\+or\s\+before\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!sentences\s\+in\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!earliest\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!greatest\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!in\s\+sections\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!likeness\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!on\s\+or\s\+after\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!smallest\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!starts\s\+with\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!audit\s\+date\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!fewer\s\+than\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!in\s\+section\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!mention\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!other\s\+than\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!start\s\+with\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!with\s\+basis\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!different\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!ends\s\+with\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!latest\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!less\s\+than\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!more\s\+than\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!otherwise\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!questions\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!such\s\+that\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!unchecked\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!at\s\+least\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!contains\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!count\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!document\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!earliest\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!end\s\+with\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!findings\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!mentions\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!of\s\+rules\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!question\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!sections\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!share\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!start\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!supports\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!total\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!words\s\+in\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!words\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!answers\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!applies\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!at\s\+most\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!because\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!between\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!contain\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!exactly\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!finding\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!have\s\+no\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!matches\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!mention\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!of\s\+rule\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!section\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!support\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!term\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!word\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!age\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!answer\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!before\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!end\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!has\s\+no\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!latest\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!one\s\+of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!within\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!after\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!as\s\+at\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!every\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!fires\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!match\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!meets\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!quiet\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!until\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!up\s\+to\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!where\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!words\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!does\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!each\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!from\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!have\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!meet\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!near\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!only\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!over\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!plan\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!some\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!such\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!todo\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!with\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!and\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!any\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!are\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!for\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!has\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!not\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!now\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!yes\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!as\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!be\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!by\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!in\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!is\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!no\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!of\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!on\%(\k\|:\)\@!/
syntax match ehcWord /\%(\k\|\.\)\@1<!or\%(\k\|:\)\@!/

syntax match ehcClause /\%(\k\|\.\)\@1<!extend\s\+lexicon\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!critical\s\+when\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!if\s\+not\s\+stated\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!set\s\+parameter\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!disable\s\+rule\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!needs\s\+engine\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!retired\s\+rule\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!unchecked\s\+on\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!advice\s\+when\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!extend\s\+rule\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!instruments\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!school\s\+term\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!applies\s\+to\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!major\s\+when\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!minor\s\+when\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!transition\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!judged\s\+at\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!judgement\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!parameter\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!category\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!fires\s\+on\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!for\s\+each\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!formerly\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!in\s\+force\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!provided\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!quiet\s\+on\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!severity\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!include\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!lexicon\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!pattern\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!require\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!version\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!accept\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!define\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!except\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!family\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!forbid\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!source\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!unless\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!about\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!basis\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!cites\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!link\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!pack\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!rule\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!says\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!tags\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!when\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!ask\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!end\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!fix\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!let\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!use\%(\k\|:\)\@!/
syntax match ehcClause /\%(\k\|\.\)\@1<!at\%(\k\|:\)\@!/

syntax match ehcNumber /\%(\k\|\.\)\@1<!\d\+\%(\.\d\+\)*%\?\k\@!/
syntax match ehcDate /\k\@1<!\d\{4}-\d\d-\d\d\k\@!/
syntax match ehcId /\k\@1<!\u[A-Z0-9]*-\u\d\+\k\@!/
syntax match ehcField /\k\@1<=\.\a\k*/
syntax match ehcValue /{[^}"]*}/ contained
syntax region ehcString start=/"/ skip=/\\./ end=/"/ oneline contains=ehcValue
syntax match ehcComment /#.*$/ contains=@Spell

highlight default link ehcClause Statement
highlight default link ehcWord Operator
highlight default link ehcConstant Constant
highlight default link ehcUnit Type
highlight default link ehcNumber Number
highlight default link ehcDate Number
highlight default link ehcId Function
highlight default link ehcField Identifier
highlight default link ehcValue Special
highlight default link ehcString String
highlight default link ehcComment Comment

let b:current_syntax = "ehcrules"
