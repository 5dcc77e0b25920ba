using Microsoft.Extensions.Localization;

namespace Market.Payments.Clients;

public sealed class AnnouncedMatters(IAnnouncedPayments announced, IStringLocalizer<AnnouncedMatters> S) : IOpenMatters
{
    public async Task<IReadOnlyList<string>> FindAsync(string accountId) => (await announced.ListAsync(accountId)).Count is > 0 and var count
        ? [S.Plural(count, "One payment is announced: receive or cancel it first.", "{0} payments are announced: receive or cancel them first.")]
        : [];
}
