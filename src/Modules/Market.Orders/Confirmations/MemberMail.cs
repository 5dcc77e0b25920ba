using Market.Payments;
using OrchardCore.Email;
using OrchardCore.Modules;
using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;

namespace Market.Orders.Confirmations;

/// <summary>Where a member is written to, and in which language.</summary>
/// <param name="Address">Their mail address.</param>
/// <param name="Culture">The name of a culture.</param>
public sealed record Member(string Address, string Culture);

/// <summary>What became of a mail.</summary>
/// <param name="Sent">How many went out.</param>
/// <param name="Fault">Why one did not; none where all did.</param>
public sealed record MailResult(int Sent, string? Fault = null)
{
    /// <summary>There was nobody to write to.</summary>
    public static MailResult Skipped { get; } = new(0);
}

/// <summary>Finds members' addresses and hands mails to Orchard's mail service.</summary>
public sealed class MemberMail(ISession session, IEmailService email, IEmailProviderResolver providers, IMailLanguages languages)
{
    /// <summary>Whether the site has a mail service.</summary>
    public async Task<bool> IsSetUpAsync() => await providers.GetAsync() is not null;

    /// <summary>Where a user is written to; none where they may not sign in or have no address.</summary>
    public async Task<Member?> FindAsync(string userId) =>
        await session.Query<User, UserIndex>(index => index.UserId == userId).FirstOrDefaultAsync() is { IsEnabled: true, Email.Length: > 0 } user
            ? new Member(user.Email, await languages.OfAsync(userId))
            : null;

    /// <summary>Sends a mail.</summary>
    public async Task<MailResult> SendAsync(MailMessage message)
    {
        try
        {
            var result = await email.SendAsync(message);
            return result.Succeeded ? new MailResult(1) : new MailResult(0, string.Join(' ', result.Errors.Select(error => error.Message.Value)));
        }
        catch (Exception exception) when (!exception.IsFatal())
        {
            return new MailResult(0, exception.Message);
        }
    }
}
