using Market.Ledger.Chain;
using Market.Ledger.Closings;

namespace Market.Payments.Books;

/// <summary>What an archive says about itself, to somebody who has nothing but the file.</summary>
internal static class ArchiveNote
{
    public static string French(Closing year) =>
        $"""
        Archive des comptes clients, année {year.Period.Key}

        Opérations enregistrées du {year.Period.From:u} au {year.Period.To:u} (fin exclue) : {year.Totals.Operations}
        Débits {year.Totals.Debits} ; crédits {year.Totals.Credits} ; depuis le début {year.Perpetual.Net}

        operations.jsonl  une opération par ligne, en JSON ; c'est la pièce qui fait foi
        operations.csv    les mêmes, pour un tableur
        payouts.jsonl     les versements du prestataire de carte à la banque, chaînés entre eux
        closings.jsonl    les clôtures jusqu'à la fin de l'année, de la plus ancienne à la plus récente

        Un montant positif est un crédit du client, un montant négatif un débit. « Amount » est écrit en unités
        mineures suivies de la devise : "-2240 EUR" est un débit de 22,40 €.

        Pour vérifier : chaque opération porte « Hash », SHA-256 de sa forme canonique ({OperationHash.Format}), qui
        contient l'empreinte « PreviousHash » de l'opération précédente du même compte. Chaque clôture porte « Hash »,
        SHA-256 de sa forme canonique ({ClosingHash.Format}), qui contient l'empreinte de la clôture précédente.
        Ces formes sont décrites dans docs/ledger-format.md et docs/payout-format.md du logiciel.

        Empreinte de la clôture annuelle : {year.Hash}

        """;

    public static string English(Closing year) =>
        $"""
        Archive of the client accounts, year {year.Period.Key}

        Operations recorded from {year.Period.From:u} to {year.Period.To:u} (end not included): {year.Totals.Operations}
        Debits {year.Totals.Debits}; credits {year.Totals.Credits}; since the beginning {year.Perpetual.Net}

        operations.jsonl  one operation a line, as JSON; this is the record
        operations.csv    the same, for a spreadsheet
        payouts.jsonl     what card providers sent to the bank, chained to one another
        closings.jsonl    the closings up to the year's end, the oldest first

        A positive amount is a credit of the client, a negative one a debit. "Amount" is written in minor units
        followed by the currency: "-2240 EUR" is a debit of 22.40 €.

        To check it: each operation carries "Hash", the SHA-256 of its canonical form ({OperationHash.Format}), which
        holds "PreviousHash", the hash of the same account's operation before it. Each closing carries "Hash", the
        SHA-256 of its canonical form ({ClosingHash.Format}), which holds the hash of the closing before it. The forms
        are described in docs/ledger-format.md and docs/payout-format.md of the software.

        Hash of the yearly closing: {year.Hash}

        """;
}
