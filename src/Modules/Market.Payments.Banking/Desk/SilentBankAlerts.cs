using Market.Payments.Banking.Transfers;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;

namespace Market.Payments.Banking.Desk;

/// <summary>A bank of which no statement was read for long. A market that never reads any is told nothing.</summary>
public sealed class SilentBankAlerts(BankData bank, IMarketCalendar calendar, IClock clock, IStringLocalizer<SilentBankAlerts> S) : IAlertSource
{
    private const int Days = 14;

    public string Name => "bank-silent";

    public string Label => S["No bank statement for {0} days", Days];

    public string Right => PaymentsRights.ViewBalances;

    public bool TellsStates => true;

    public async Task<IReadOnlyList<Alert>> FindAsync(DateTimeOffset since) =>
        await bank.GetLastDayAsync() is { } last && last.AddDays(Days) < await calendar.TodayAsync()
            ? [new Alert(FormattableString.Invariant($"{last:yyyy-MM-dd}"), new DateTimeOffset(clock.UtcNow, TimeSpan.Zero), S["The last day that is known of the bank is {0}.", last.InWords()], "payments/bank")]
            : [];
}
