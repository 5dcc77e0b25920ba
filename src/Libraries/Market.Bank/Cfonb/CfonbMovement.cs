using Market.Bank.Statements;
using Market.Bank.Text;

namespace Market.Bank.Cfonb;

/// <summary>A movement (04), completed by what follows it (05).</summary>
internal static class CfonbMovement
{
    public static BankLine Of(CfonbRecord record) => new()
    {
        BookedOn = record.Day,
        ValueOn = record.ValueDay,
        Amount = record.Amount,
        Text = BankText.OneLine(record.Label),
        BankId = record.EntryNumber,
        EndToEndId = record.Reference,
        IsReturn = record.RejectReason is not null,
        ReturnReason = record.RejectReason,
    };

    public static BankLine Complete(BankLine movement, CfonbRecord record)
    {
        var said = record.More;
        return record.Qualifier switch
        {
            // Whoever is at the other end: of money in the payer, of money out the one it went to.
            "NPY" => WithName(movement, said, isOther: !movement.Amount.IsNegative),
            "NBE" => WithName(movement, said, isOther: movement.Amount.IsNegative),
            "CBE" when movement.Amount.IsNegative => movement with { CounterpartyAccount = BankText.Account(said) },
            "RCN" => movement with { EndToEndId = BankText.EndToEndId(said[..35]) ?? movement.EndToEndId },
            "LCS" => movement with { Reference = movement.Reference ?? BankText.OrNull(said[..35]) },
            "REF" => movement with { BankId = movement.BankId ?? BankText.OrNull(said) },
            "RET" => movement with { IsReturn = true, ReturnReason = BankText.OrNull(said[..4]) ?? movement.ReturnReason },
            "LIB" or "LCC" or "LC2" or "LEM" => movement with { Text = BankText.OneLine(movement.Text, said) },

            // Ids of persons, persons behind persons, amounts in other currencies, fees that are in the amount.
            _ => movement,
        };
    }

    private static BankLine WithName(BankLine movement, string said, bool isOther) =>
        isOther || movement.Counterparty is null ? movement with { Counterparty = BankText.OrNull(said) ?? movement.Counterparty } : movement;
}
