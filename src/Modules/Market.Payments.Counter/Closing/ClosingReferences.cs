using Market.Ledger.Chain;

namespace Market.Payments.Counter.Closing;

/// <summary>Compares, in each verification, the closings of distributions with their hashes and their numbers.</summary>
public sealed class ClosingReferences(ClosingStore store, IDistributionState state) : IReferenceCheck
{
    private const int PageSize = 50;

    public async Task<IReadOnlyList<Finding>> FindAsync()
    {
        var findings = new List<Finding>();
        var numbers = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        await foreach (var closed in store.AllAsync(PageSize))
        {
            var closing = closed.Closing;
            if (numbers.TryGetValue(closing.DistributionId, out var known))
            {
                known.Add(closing.Number);
            }
            else
            {
                numbers.Add(closing.DistributionId, [closing.Number]);
            }

            if (!closing.Fits())
            {
                findings.Add(new Finding(Misfit.DistributionClosingChanged) { Expected = closing.DistributionId, Found = closing.Hash });
            }
        }

        foreach (var (distribution, found) in numbers)
        {
            // A distribution that is closed has the closing of its number; one that is open has all up to its last.
            var last = (await state.FindAsync(distribution))?.Number ?? found.Max();
            if (!found.Order().SequenceEqual(Enumerable.Range(1, last)))
            {
                findings.Add(new Finding(Misfit.DistributionClosingMissing) { Expected = distribution });
            }
        }

        return findings;
    }
}
