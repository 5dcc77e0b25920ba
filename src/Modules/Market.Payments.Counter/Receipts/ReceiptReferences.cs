using System.Text.Json;
using Market.Ledger;
using Market.Ledger.Chain;
using Market.Ledger.Receipts;

namespace Market.Payments.Counter.Receipts;

/// <summary>Verifies the chain of receipts, and compares what each says of money with the ledger.</summary>
public sealed class ReceiptReferences(ReceiptStore store, IPostedOperations operations) : IReferenceCheck
{
    private const int PageSize = 200;

    public async Task<IReadOnlyList<Finding>> FindAsync()
    {
        var (findings, check) = (new List<Finding>(), new ReceiptCheck());
        long last = 0;
        try
        {
            while (await store.ListAfterAsync(last, PageSize) is { Count: > 0 } page)
            {
                var posted = await operations.FindManyAsync([.. page.SelectMany(receipt => receipt.Payments).Select(payment => payment.OperationId).Distinct(StringComparer.Ordinal)]);
                foreach (var receipt in page)
                {
                    findings.AddRange(new[] { check.Add(receipt) }.Concat(receipt.Payments.Select(payment => Judge(receipt, payment, posted))).OfType<Finding>());
                }

                last = page[^1].Number;
            }
        }
        catch (JsonException)
        {
            findings.Add(new Finding(Misfit.ReceiptChanged));
        }

        return findings;
    }

    private static Finding? Judge(IssuedReceipt receipt, ReceiptPayment payment, IReadOnlyDictionary<string, Operation> posted) =>
        posted.GetValueOrDefault(payment.OperationId) is { } operation && operation.AccountId == receipt.AccountId && ReceiptPayment.Of(operation) == payment
            ? null
            : new Finding(Misfit.ReceiptMoney) { AccountId = receipt.AccountId, OperationId = payment.OperationId, Expected = payment.OperationHash };
}
