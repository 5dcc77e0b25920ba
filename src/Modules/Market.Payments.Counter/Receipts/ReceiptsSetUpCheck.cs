using Microsoft.Extensions.Localization;

namespace Market.Payments.Counter.Receipts;

/// <summary>What receipts need before a market gives them out.</summary>
public sealed class ReceiptsSetUpCheck(IMarketIdentity identity, IStringLocalizer<ReceiptsSetUpCheck> S) : ISetUpCheck
{
    public async Task<IReadOnlyList<StillToSet>> FindAsync() => (await identity.GetAsync()).Address is null
        ? [new StillToSet(S["The market's address is not set, which receipts have to name."], "PaymentsSettings")]
        : [];
}
