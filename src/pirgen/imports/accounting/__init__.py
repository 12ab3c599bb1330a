"""What a source has and what its draft has, counted apart from reading: nothing is lost without a word"""

from pirgen.imports.accounting.account import ImportAccount, account_of, table_of
from pirgen.imports.accounting.facts import FactKind, SourceFact
from pirgen.imports.accounting.json_facts import OF_RECORDS, facts_of_value

__all__ = ["OF_RECORDS", "FactKind", "ImportAccount", "SourceFact", "account_of", "facts_of_value", "table_of"]
