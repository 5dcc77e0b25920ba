using Market.Payments.MovingIn.Models;
using Market.Payments.MovingIn.Runs;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Market.Payments.MovingIn.Welcome;

/// <summary>
/// Writes to those whom a run brought: each is claimed, written to and noted, and each of that is committed before the next begins. Pressed
/// twice it writes once; a process that dies in between leaves a claim that nobody takes again unless somebody asks for that.
/// </summary>
public sealed class WelcomeSender(IUnitOfWork work, RunStore runs, IClock clock)
{
    // A server that takes none of so many is down.
    private const int MostFailuresInARow = 5;

    private static readonly TimeSpan _longestSending = TimeSpan.FromMinutes(5);

    /// <summary>Whether nobody knows if the mail went out: whoever sent it is gone.</summary>
    public static bool IsUncertain(MovedPerson person, DateTime utcNow)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person is { Mail: WelcomeState.Claimed, MailClaimedAt: { } at } && utcNow - at.UtcDateTime > _longestSending;
    }

    /// <param name="runId">Whom it is about.</param>
    /// <param name="again">Whether those are meant whose mail failed, or of whom nobody knows; otherwise those who were never written to.</param>
    /// <param name="site">The site's address.</param>
    public async Task SendAsync(string runId, bool again, string site)
    {
        var failures = 0;
        foreach (var line in (await runs.PeopleAsync(runId)).Where(person => IsMeant(person, again)).Select(person => person.Line).ToList())
        {
            var state = await SendAsync(runId, line, again, site);
            failures = state is WelcomeState.Failed ? failures + 1 : 0;
            if (failures == MostFailuresInARow)
            {
                return;
            }
        }
    }

    private async Task<WelcomeState> SendAsync(string runId, int line, bool again, string site)
    {
        var claim = await work.RunAsync(services => ClaimAsync(services, runId, line, again), claimed => claimed is not null);
        if (claim is not { Mail: WelcomeState.Claimed })
        {
            return WelcomeState.NotNeeded;
        }

        string? fault = null;
        await ShellScope.UsingChildScopeAsync(async scope =>
        {
            var services = scope.ServiceProvider;
            var user = (User)(await services.GetRequiredService<UserManager<IUser>>().FindByIdAsync(claim.UserId!))!;
            var name = (await services.GetRequiredService<IClientAccounts>().FindAsync(claim.AccountId))?.Name ?? user.UserName;
            fault = await services.GetRequiredService<WelcomeMail>().SendAsync(user, name, site);
        });
        await work.RunAsync(
            async services =>
            {
                var store = services.GetRequiredService<RunStore>();
                var person = (await store.FindPersonAsync(runId, line))!;
                (person.Mail, person.MailFault) = (fault is null ? WelcomeState.Sent : WelcomeState.Failed, fault);
                await store.SaveAsync(person);
                return true;
            },
            _ => true);
        return fault is null ? WelcomeState.Sent : WelcomeState.Failed;
    }

    private async Task<MovedPerson?> ClaimAsync(IServiceProvider services, string runId, int line, bool again)
    {
        var store = services.GetRequiredService<RunStore>();
        if (await store.FindPersonAsync(runId, line) is not { } person || !IsMeant(person, again))
        {
            return null;
        }

        var users = services.GetRequiredService<UserManager<IUser>>();
        var user = await users.FindByIdAsync(person.UserId!);
        person.Mail = user is User { IsEnabled: true } && !await users.HasPasswordAsync(user) ? WelcomeState.Claimed : WelcomeState.NotNeeded;
        person.MailClaimedAt = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero);
        await store.SaveAsync(person);
        return person;
    }

    private bool IsMeant(MovedPerson person, bool again) => person.IsNewUser
        && (again ? person.Mail is WelcomeState.Failed || IsUncertain(person, clock.UtcNow) : person.Mail is WelcomeState.None);
}
