using Market.Payments.Reminders.Sent;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Reminders.Desk;

/// <summary>The reminders that did not go out, or of which nobody knows.</summary>
public sealed class MailMatters(SentReminders sent, IStringLocalizer<MailMatters> S) : IDeskMatters
{
    public IReadOnlyList<string> Rights => [PaymentsRights.ViewBalances];

    public async Task<IReadOnlyList<DeskMatter>> FindAsync()
    {
        var failed = await sent.CountAsync(SentFilter.Failed);
        var uncertain = await sent.CountAsync(SentFilter.Uncertain);
        var shown = failed > 0 ? SentFilter.Failed : SentFilter.Uncertain;
        return
        [
            new DeskMatter(65, S["Reminders not sent"], (failed + uncertain).ToString("N0"), failed + uncertain > 0, DeskLink.Of("SentReminders", "filter", shown.ToString()))
            {
                Detail = uncertain > 0 ? S["{0} sent or not, nobody knows", uncertain].Value : null,
            },
        ];
    }
}
