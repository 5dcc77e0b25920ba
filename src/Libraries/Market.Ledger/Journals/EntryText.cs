using Market.Ledger.Returnables;
using Market.Ledger.Vat;

namespace Market.Ledger.Journals;

/// <summary>What an entry says, in French: the language of the books that a FEC is part of.</summary>
public static class EntryText
{
    /// <summary>The sentence for an operation: what it is, what it concerns, and its note.</summary>
    public static string French(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var what = operation.Kind switch
        {
            OperationKind.OpeningBalance => "Reprise de solde",
            OperationKind.Order when operation.Amount.IsPositive => "Commande diminuée ou annulée",
            OperationKind.Order => "Commande",
            OperationKind.Payment => "Paiement " + By(operation.Method),
            OperationKind.Refund => "Remboursement " + By(operation.Method),
            OperationKind.Adjustment => "Ajustement",
            OperationKind.Transfer => "Virement entre comptes clients",
            OperationKind.Fee => "Frais",
            OperationKind.WriteOff => "Abandon de créance",
            OperationKind.Deposit when operation.Amount.IsPositive => "Consigne rendue",
            OperationKind.Deposit => "Consigne",
            OperationKind.Reversal => "Contre-passation de " + operation.Reverses,
            _ => operation.Kind.ToString(),
        };
        // What a deposit counts is in its memo, in words, and what is sold by rates of VAT is in the lines.
        var details = (ReturnableMove.Read(operation) is null ? operation.Details : Operation.NoDetails)
            .Where(detail => detail.Key != VatSplit.DetailName || !VatSplit.IsOf(operation.Kind))
            .OrderBy(detail => detail.Key, StringComparer.Ordinal)
            .Select(detail => detail.Value);
        var about = string.Join(' ', new[] { what, operation.OrderId }.Concat(details).Where(part => part is not null));
        return operation.Memo is { } memo ? $"{about} : {memo}" : about;
    }

    private static string By(string? method) => method switch
    {
        "cash" => "en espèces",
        "cheque" => "par chèque",
        "transfer" => "par virement",
        "card-terminal" => "par carte au terminal",
        "stripe" => "par carte en ligne",
        null => "sans moyen de paiement",
        _ => "par " + method,
    };
}
