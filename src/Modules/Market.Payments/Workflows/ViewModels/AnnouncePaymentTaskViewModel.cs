using System.ComponentModel.DataAnnotations;

namespace Market.Payments.Workflows.ViewModels;

public class AnnouncePaymentTaskViewModel
{
    [Required]
    public string AccountId { get; set; } = string.Empty;

    [Required]
    public string Amount { get; set; } = string.Empty;

    [Required]
    public string Method { get; set; } = string.Empty;

    public string? Details { get; set; }

    public string? OrderId { get; set; }

    public string? Memo { get; set; }

    public string? OccurredOn { get; set; }

    public string? IdempotencyKey { get; set; }
}
