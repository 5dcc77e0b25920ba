using System.Net.Mail;
using Market.Orders.Models;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement.Handlers;

namespace Market.Orders.Handlers;

/// <summary>Holds recipes, the API and workflows to an address that can be written to, as the editor holds people.</summary>
public sealed class ProducerPartHandler(IStringLocalizer<ProducerPartHandler> S) : ContentPartHandler<ProducerPart>
{
    public override Task ValidatingAsync(ValidateContentContext context, ProducerPart part)
    {
        if (IsWrong(part))
        {
            context.Fail(S["This is no mail address."], nameof(part.MailAddress));
        }

        return Task.CompletedTask;
    }

    /// <summary>Whether a producer's address cannot be written to.</summary>
    public static bool IsWrong(ProducerPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return part.MailAddress is { Length: > 0 } address && !MailAddress.TryCreate(address, out _);
    }
}
