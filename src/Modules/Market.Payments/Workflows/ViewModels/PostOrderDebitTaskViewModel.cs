using System.ComponentModel.DataAnnotations;

namespace Market.Payments.Workflows.ViewModels;

public class PostOrderDebitTaskViewModel
{
    [Required]
    public string AccountId { get; set; } = string.Empty;

    [Required]
    public string OrderId { get; set; } = string.Empty;

    public string? DistributionId { get; set; }

    [Required]
    public string Total { get; set; } = string.Empty;

    public string? Vat { get; set; }

    public string? Correction { get; set; }

    [Required]
    public string OccurredOn { get; set; } = string.Empty;

    [Required]
    public string IdempotencyKey { get; set; } = string.Empty;

    [Required]
    public string UserId { get; set; } = string.Empty;
}
