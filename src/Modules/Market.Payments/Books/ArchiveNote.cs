using Market.Ledger.Chain;
using Market.Ledger.Closings;

namespace Market.Payments.Books;

/// <summary>What an archive says about itself, to somebody who has nothing but the file.</summary>
internal static class ArchiveNote
{
    public static string French(Closing year, IEnumerable<IYearRecords> records) =>
        $"""
        Archive des comptes clients, année {year.Period.Key}

        Opérations enregistrées du {year.Period.From:u} au {year.Period.To:u} (fin exclue) : {year.Totals.Operations}
        Débits {year.Totals.Debits} ; crédits {year.Totals.Credits} ; depuis le début {year.Perpetual.Net}

        operations.jsonl  une opération par ligne, en JSON ; c'est la pièce qui fait foi
        operations.csv    les mêmes, pour un tableur
        payouts.jsonl     les versements du prestataire de carte à la banque, chaînés entre eux
        closings.jsonl    les clôtures jusqu'à la fin de l'année, de la plus ancienne à la plus récente
        ledger-format.md  les formes canoniques et les noms de tous ces fichiers, en anglais
        payout-format.md  la forme des versements, en anglais
        kept.jsonl        la trace de ce que l'année conserve : ces notes et ce qui suit
        {Files(records, record => record.French)}

        Un montant positif est un crédit du client, un montant négatif un débit. « Amount » est écrit en unités
        mineures suivies de la devise : "-2240 EUR" est un débit de 22,40 €.

        Pour vérifier : chaque opération porte « Hash », SHA-256 de sa forme canonique ({OperationHash.Format}), qui
        contient l'empreinte « PreviousHash » de l'opération précédente du même compte. Chaque clôture porte « Hash »,
        SHA-256 de sa forme canonique ({ClosingHash.Format}), qui contient l'empreinte de la clôture précédente.
        Ces formes sont décrites dans ledger-format.md et dans payout-format.md.

        La première opération d'un compte dans l'année contient l'empreinte de sa dernière opération d'une année
        précédente. Pour vérifier cette suite, ainsi que les totaux depuis le début et la racine des clôtures, il faut
        les archives de toutes les années précédentes : conservez-les ensemble. Chaque opération, chaque clôture et les
        totaux de l'année se vérifient avec cette seule archive.

        L'archive d'une année est le même fichier chaque fois qu'elle est faite.

        Empreinte de la clôture annuelle : {year.Hash}

        """;

    public static string English(Closing year, IEnumerable<IYearRecords> records) =>
        $"""
        Archive of the client accounts, year {year.Period.Key}

        Operations recorded from {year.Period.From:u} to {year.Period.To:u} (end not included): {year.Totals.Operations}
        Debits {year.Totals.Debits}; credits {year.Totals.Credits}; since the beginning {year.Perpetual.Net}

        operations.jsonl  one operation a line, as JSON; this is the record
        operations.csv    the same, for a spreadsheet
        payouts.jsonl     what card providers sent to the bank, chained to one another
        closings.jsonl    the closings up to the year's end, the oldest first
        ledger-format.md  the canonical forms and the names in all of these files
        payout-format.md  the form of the payouts
        kept.jsonl        the records of what the year keeps: these notes and what follows
        {Files(records, record => record.English)}

        A positive amount is a credit of the client, a negative one a debit. "Amount" is written in minor units
        followed by the currency: "-2240 EUR" is a debit of 22.40 €.

        To check it: each operation carries "Hash", the SHA-256 of its canonical form ({OperationHash.Format}), which
        holds "PreviousHash", the hash of the same account's operation before it. Each closing carries "Hash", the
        SHA-256 of its canonical form ({ClosingHash.Format}), which holds the hash of the closing before it. The forms
        are described in ledger-format.md and payout-format.md.

        The first operation of an account in the year holds the hash of its last one of an earlier year. To check that
        link, the totals since the beginning and the root of the closings, the archives of all earlier years are needed:
        keep them together. Each operation, each closing and the year's own totals are checked with this archive alone.

        A year's archive is the same file each time it is made.

        Hash of the yearly closing: {year.Hash}

        """;

    private static string Files(IEnumerable<IYearRecords> records, Func<IYearRecords, string> about) =>
        string.Join('\n', records.OrderBy(record => record.FileName, StringComparer.Ordinal).Select(record => (record.FileName + " ").PadRight(18) + about(record)));
}
