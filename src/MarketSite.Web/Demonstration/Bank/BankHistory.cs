using Market.Bank.Statements;
using Market.Payments;
using Market.Payments.Banking.Inbox;
using Market.Payments.Banking.Statements;
using Market.Payments.Banking.ViewModels;

namespace MarketSite.Web.Demonstration.Bank;

/// <summary>Reads the bank's statement of the last weeks by the door that people use, and posts what is certain of it; the rest waits in the inbox.</summary>
public sealed class BankHistory(IUnitOfWork work, StatementDesk statements, LineDesk lines, IMarketCalendar calendar)
{
    private const int Days = 40;

    internal const long Opening = 184_350;

    public async Task ReadAsync(IReadOnlyList<Member> members, string userId)
    {
        ArgumentNullException.ThrowIfNull(members);
        var to = (await calendar.TodayAsync()).AddDays(-1);
        var from = to.AddDays(-Days);
        var accounts = members.Select(member => member.AccountId).ToHashSet(StringComparer.Ordinal);
        var movements = await work.RunAsync(services => ActivatorUtilities.CreateInstance<BankWeeks>(services).TellAsync(from, to, accounts), _ => false);
        using var file = new MemoryStream(CamtFile.Write(from, to, Opening, movements));
        var read = await statements.ReadAsync(file, $"releve-{to:yyyy-MM-dd}.xml", StatementFile.FormOf(file).ToString()!, StatementFile.Read, isOurs: true, userId);
        if (read is not ImportAnswer.Done { ImportId: var import })
        {
            throw new InvalidOperationException($"The demonstration's bank statement was not read: {read}");
        }

        var waiting = await work.RunAsync(services => services.GetRequiredService<InboxPages>().WaitingAsync(import), _ => false);
        var posted = await lines.PostAsync([.. waiting.Where(line => InboxPages.FilterOf(line) is InboxFilter.Certain).Select(line => line.Decision!)], userId);
        if (posted is not DeskAnswer.Done)
        {
            throw new InvalidOperationException($"The demonstration's bank lines were not posted: {posted}");
        }
    }
}
