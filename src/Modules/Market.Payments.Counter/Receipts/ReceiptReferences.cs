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
        var (kept, highest) = await store.ReadHeadAsync();

        // What was issued after the head was read is for the next verification.
        var end = (highest ?? 0) == kept.Number ? kept.Number : long.MaxValue;
        try
        {
            while (await store.ListAfterAsync(last, PageSize) is { Count: > 0 } read && read.TakeWhile(receipt => receipt.Number <= end).ToList() is { Count: > 0 } page)
            {
                var posted = await operations.FindManyAsync([.. page
                    .SelectMany(receipt => receipt.Payments.Select(payment => payment.OperationId).Concat(receipt.Deposits.Select(deposit => deposit.OperationId)))
                    .Distinct(StringComparer.Ordinal)]);
                foreach (var receipt in page)
                {
                    findings.AddRange(new[] { check.Add(receipt) }
                        .Concat(receipt.Payments.Select(payment => Judge(receipt, payment.OperationId, payment.OperationHash, operation => ReceiptPayment.Of(operation) == payment, posted)))
                        .Concat(receipt.Deposits.Select(deposit => Judge(receipt, deposit.OperationId, deposit.OperationHash, operation => ReceiptDeposit.Of(operation) == deposit, posted)))
                        .OfType<Finding>());
                }

                last = page[^1].Number;
            }

            if (check.End(kept) is { } missed)
            {
                findings.Add(missed);
            }
        }
        catch (JsonException)
        {
            findings.Add(new Finding(Misfit.ReceiptChanged));
        }

        return findings;
    }

    private static Finding? Judge(IssuedReceipt receipt, string operationId, string hash, Func<Operation, bool> isOf, IReadOnlyDictionary<string, Operation> posted) =>
        posted.GetValueOrDefault(operationId) is { } operation && operation.AccountId == receipt.AccountId && isOf(operation)
            ? null
            : new Finding(Misfit.ReceiptMoney) { AccountId = receipt.AccountId, OperationId = operationId, Expected = hash };
}
