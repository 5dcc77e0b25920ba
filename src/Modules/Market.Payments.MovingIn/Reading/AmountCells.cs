using Market.Ledger.Amounts;
using Market.Payments.MovingIn.Models;
using Market.Tables.Cells;
using Market.Tables.Files;

namespace Market.Payments.MovingIn.Reading;

/// <summary>Reads what an account comes to from a row.</summary>
internal sealed class AmountCells(MovingChoice choice, Currency currency)
{
    /// <summary>The balance, positive for money in reserve; what is wrong, where it is no amount.</summary>
    public (Money? Amount, MovingFaultReason? Fault, string Text) Read(TableRow row)
    {
        if (choice.Columns.TryGetValue(MovingField.Balance, out var balance))
        {
            var (amount, fault) = One(row[balance]);
            return (choice.IsOwedPositive ? (amount is { } owed ? -owed : null) : amount, fault, row[balance]);
        }

        if (!choice.Columns.TryGetValue(MovingField.Debit, out var debitColumn) || !choice.Columns.TryGetValue(MovingField.Credit, out var creditColumn))
        {
            return (Money.Zero(currency), null, string.Empty);
        }

        var (debit, debitFault) = Side(row[debitColumn]);
        var (credit, creditFault) = Side(row[creditColumn]);
        return debitFault is not null ? (null, debitFault, row[debitColumn])
            : creditFault is not null ? (null, creditFault, row[creditColumn])
            : (credit!.Value - debit!.Value, null, string.Empty);
    }

    private (Money? Amount, MovingFaultReason? Fault) Side(string text)
    {
        var (amount, fault) = One(text);
        return amount is { IsNegative: true } ? (null, MovingFaultReason.NegativeSide) : (amount, fault);
    }

    private (Money? Amount, MovingFaultReason? Fault) One(string text)
    {
        // A dash is how spreadsheets show nothing.
        if (text.Length == 0 || text is "-" or "–")
        {
            return (Money.Zero(currency), null);
        }

        if (AmountText.Read(text, choice.Mark) is not { } amount)
        {
            return (null, MovingFaultReason.NotAnAmount);
        }

        var minor = amount * currency.MinorUnitsPerUnit;
        var whole = (long)minor;
        return whole != minor ? (null, MovingFaultReason.TooManyDecimals)
            : Math.Abs(whole) > AmountReader.CeilingUnits * currency.MinorUnitsPerUnit ? (null, MovingFaultReason.TooLarge)
            : (new Money(whole, currency), null);
    }
}
