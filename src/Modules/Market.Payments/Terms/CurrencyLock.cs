using Microsoft.Extensions.Localization;

namespace Market.Payments.Terms;

/// <summary>Tells whether the market may still choose its currency: only while nobody keeps an amount in it.</summary>
public sealed class CurrencyLock(IEnumerable<ICurrencyHold> holds, IStringLocalizer<CurrencyLock> S)
{
    /// <summary>Why the currency cannot change, naming all there is; none where it can.</summary>
    /// <param name="code">The currency that the market has.</param>
    public async Task<string?> FindReasonAsync(string code)
    {
        var found = new List<string>();
        foreach (var hold in holds)
        {
            found.AddRange(await hold.FindAsync());
        }

        return found.Count == 0 ? null : S["The currency cannot change any more: there are {0} in {1}.", string.Join(", ", found), code].Value;
    }
}
