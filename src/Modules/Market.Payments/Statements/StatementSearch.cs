using Market.Ledger;
using Market.Ledger.Amounts;

namespace Market.Payments.Statements;

/// <summary>Finds the lines of a statement by what people remember of them: words, an amount, a cheque's number, a reference.</summary>
public sealed class StatementSearch(OperationWords words)
{
    /// <summary>Whether a line is one of those searched for: each word stands in it, and an amount is its own, whatever its sign.</summary>
    public bool Finds(string searched, Operation operation, IReadOnlyDictionary<string, OrderName> names)
    {
        ArgumentNullException.ThrowIfNull(searched);
        ArgumentNullException.ThrowIfNull(operation);
        return (AmountReader.Read(searched, operation.Amount.Currency).Amount is { } amount && operation.Amount.Abs() == amount.Abs())
            || searched.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => IsIn(word, operation, names));
    }

    private bool IsIn(string word, Operation operation, IReadOnlyDictionary<string, OrderName> names) =>
        NameText.Fold(word) is { Length: > 0 } folded
        && ((string[])[words.Title(operation, names), OperationWords.Note(operation), .. operation.Details.Values])
            .Any(text => NameText.Fold(text).Contains(folded, StringComparison.Ordinal));
}
