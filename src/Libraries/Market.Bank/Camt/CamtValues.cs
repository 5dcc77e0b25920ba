using Market.Bank.Statements;
using Market.Bank.Text;
using Market.Ledger.Amounts;

namespace Market.Bank.Camt;

/// <summary>Reads what elements say.</summary>
internal static class CamtValues
{
    /// <summary>A day, said as one or as a moment; none where none is said.</summary>
    public static DateOnly? Day(this CamtNode? node)
    {
        if ((node?.Child("Dt") ?? node?.Child("DtTm"))?.Text is not { Length: > 0 } text)
        {
            return null;
        }

        return BankDay.OfIso(text) ?? throw new BrokenStatementException(StatementFaultReason.NotADay, node!.Line, text);
    }

    /// <summary>An amount with the sign that its indicator gives it: positive is money in.</summary>
    /// <returns>None where there is no amount, or it is of another currency.</returns>
    public static Money? Signed(this CamtNode? amount, CamtNode? indicator, Currency currency)
    {
        if (amount is null || (amount.Currency is { } code && code != currency.Code))
        {
            return null;
        }

        var read = BankText.Amount(amount.Text, currency) ?? throw new BrokenStatementException(StatementFaultReason.NotAnAmount, amount.Line, amount.Text);
        return indicator?.Text switch
        {
            "CRDT" => read,
            "DBIT" => -read,
            var other => throw new BrokenStatementException(StatementFaultReason.Missing, amount.Line, other ?? "CdtDbtInd"),
        };
    }

    /// <summary>Whether an indicator says yes.</summary>
    public static bool IsTrue(this CamtNode? node) => node?.Text is "true" or "1";

    /// <summary>The account an element names: its IBAN, or the bank's own number.</summary>
    public static string? Account(this CamtNode? account) => BankText.Account((account?.At("Id", "IBAN") ?? account?.At("Id", "Othr", "Id"))?.Text);
}
