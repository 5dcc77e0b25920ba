using Market.Bank.Statements;
using Market.Bank.Words;

namespace Market.Bank.Matching;

/// <summary>Tells by the bank's own words what money left it for.</summary>
internal static class OutWords
{
    private static readonly string[] Cheque = ["cheque", "cheques", "chq", "chqs"];
    private static readonly string[] Unpaid = ["impaye", "impayes", "imp", "rejet", "rejete", "rejets", "unpaid", "returned", "retourne", "retour"];
    private static readonly string[] Fee = ["frais", "commission", "commissions", "com", "cotisation", "abonnement", "agios", "interets", "fee", "fees", "charges", "forfait", "tenue"];

    public static MatchReason Tell(BankLine line)
    {
        var words = BankWords.Of(line.Text, line.Counterparty);
        return words.Any(Fee.Contains) ? MatchReason.BankFee
            : words.Any(Cheque.Contains) && words.Any(Unpaid.Contains) ? MatchReason.UnpaidCheque
            : MatchReason.MoneyOut;
    }
}
