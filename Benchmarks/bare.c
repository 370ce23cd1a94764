/* The bare work behind a site, one thread, no more than the libraries that `album` uses too:
 *
 *     bare CONTENT SITE OUTPUT
 *
 * Of each Markdown file below CONTENT: the file is read, libcmark makes HTML of what follows the front matter, each word
 * of the text is stemmed by Snowball, and one file is written below OUTPUT, of as many bytes as the page of the same
 * name below SITE. Files whose page is not there are refused. The folder OUTPUT must not be there.
 *
 * Each part is timed apart, around each file. Printed are lines of `NAME WALL CPU`, in seconds, and `files N`,
 * `words N`, `bytes N`. It is a figure to compare with, not a program to use.
 *
 *     cc -std=c11 -O2 -Wall -Wextra -Werror -o bare Benchmarks/bare.c -lcmark -lstemmer
 */
#define _XOPEN_SOURCE 700

#include <cmark.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <libstemmer.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum part { READ, CMARK, STEM, WRITE, PARTS };
static const char *const part_names[PARTS] = {"read", "cmark", "stem", "write"};

struct span { double wall, cpu; };

/* What is gathered; one value, since nftw hands nothing on. */
static struct {
    const char *content, *site, *output;
    struct sb_stemmer *stemmer;
    struct span parts[PARTS];
    struct span begun;
    unsigned long files, words, stem_bytes;
    unsigned long long bytes;
} work;

static void fail(const char *what, const char *path) {
    fprintf(stderr, "bare: %s %s: %s\n", what, path, strerror(errno));
    exit(1);
}

static void refuse(const char *what, const char *path) {
    fprintf(stderr, "bare: %s: %s\n", what, path);
    exit(1);
}

static double seconds(clockid_t clock) {
    struct timespec now;
    if (clock_gettime(clock, &now) != 0) fail("no clock", "clock_gettime");
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void begin(void) {
    work.begun.wall = seconds(CLOCK_MONOTONIC);
    work.begun.cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
}

static void end(enum part part) {
    work.parts[part].cpu += seconds(CLOCK_PROCESS_CPUTIME_ID) - work.begun.cpu;
    work.parts[part].wall += seconds(CLOCK_MONOTONIC) - work.begun.wall;
}

static char *allocate(size_t size) {
    char *bytes = malloc(size);
    if (bytes == NULL) fail("no memory for", "a text");
    return bytes;
}

/* A file's bytes; a zero byte follows them. */
static char *read_file(const char *path, size_t *size) {
    struct stat status;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0 || fstat(file, &status) != 0) fail("cannot open", path);
    *size = (size_t)status.st_size;
    char *bytes = allocate(*size + 1);
    for (size_t done = 0; done < *size;) {
        ssize_t count = read(file, bytes + done, *size - done);
        if (count < 0) fail("cannot read", path);
        if (count == 0) refuse("a file became shorter", path);
        done += (size_t)count;
    }
    bytes[*size] = 0;
    close(file);
    return bytes;
}

/* Writes so many bytes, the text again and again. */
static void write_file(const char *path, const char *text, size_t length, size_t size) {
    char *bytes = allocate(size + 1);
    for (size_t done = 0; done < size && length > 0;) {
        size_t count = size - done < length ? size - done : length;
        memcpy(bytes + done, text, count);
        done += count;
    }
    if (length == 0) memset(bytes, '\n', size);
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (file < 0) fail("cannot create", path);
    for (size_t done = 0; done < size;) {
        ssize_t count = write(file, bytes + done, size - done);
        if (count < 0) fail("cannot write", path);
        done += (size_t)count;
    }
    if (close(file) != 0) fail("cannot close", path);
    free(bytes);
}

/* What follows the front matter, which stands between two lines of three hyphens. */
static const char *body(const char *text) {
    if (strncmp(text, "---\n", 4) != 0) return text;
    const char *close = strstr(text + 3, "\n---\n");
    return close == NULL ? text : close + 5;
}

static void stem(const char *word, int length) {
    if (length == 0) return;
    if (sb_stemmer_stem(work.stemmer, (const sb_symbol *)word, length) == NULL) fail("cannot stem", "a word");
    work.words++;
    work.stem_bytes += (unsigned long)sb_stemmer_length(work.stemmer);
}

/* Stems each word of a text: letters and digits, Russian ones in two bytes, capitals made small. */
static void stem_text(const char *text) {
    char word[256];
    int length = 0;
    for (const unsigned char *c = (const unsigned char *)text; *c != 0; c++) {
        bool is_latin = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9');
        bool is_russian = (*c == 0xD0 || *c == 0xD1) && c[1] != 0;
        if ((!is_latin && !is_russian) || length > (int)sizeof word - 2) {
            stem(word, length);
            length = 0;
        }
        if (is_latin) {
            word[length++] = (char)(*c >= 'A' && *c <= 'Z' ? *c + ('a' - 'A') : *c);
        } else if (is_russian) {
            /* Ё U+0401, А–Я U+0410–042F, а–я U+0430–044F */
            unsigned letter = (unsigned)(*c & 0x1F) << 6 | (unsigned)(c[1] & 0x3F);
            if (letter == 0x401) letter = 0x451;
            else if (letter >= 0x410 && letter <= 0x42F) letter += 0x20;
            word[length++] = (char)(0xC0 | letter >> 6);
            word[length++] = (char)(0x80 | (letter & 0x3F));
            c++;
        }
    }
    stem(word, length);
}

static void stem_document(cmark_node *document) {
    cmark_iter *steps = cmark_iter_new(document);
    if (steps == NULL) fail("no memory for", "a walk");
    while (cmark_iter_next(steps) != CMARK_EVENT_DONE) {
        const char *literal = cmark_node_get_literal(cmark_iter_get_node(steps));
        if (literal != NULL) stem_text(literal);
    }
    cmark_iter_free(steps);
}

/* A path below another folder, with another ending of the name. */
static void other_path(char *path, const char *folder, const char *relative, const char *ending) {
    size_t stem_length = strlen(relative) - strlen(".md");
    int length = snprintf(path, PATH_MAX, "%s%.*s%s", folder, (int)stem_length, relative, ending);
    if (length < 0 || length >= PATH_MAX) refuse("a path is too long", relative);
}

static void material(const char *source) {
    const char *relative = source + strlen(work.content);
    char page[PATH_MAX], output[PATH_MAX];
    other_path(page, work.site, relative, ".html");
    other_path(output, work.output, relative, ".html");
    struct stat status;
    if (stat(page, &status) != 0) fail("no page", page);

    begin();
    size_t size;
    char *text = read_file(source, &size);
    end(READ);

    begin();
    const char *markdown = body(text);
    cmark_node *document = cmark_parse_document(markdown, size - (size_t)(markdown - text), CMARK_OPT_SOURCEPOS);
    if (document == NULL) fail("cannot parse", source);
    char *html = cmark_render_html(document, CMARK_OPT_DEFAULT);
    if (html == NULL) fail("cannot render", source);
    end(CMARK);

    begin();
    stem_document(document);
    end(STEM);

    begin();
    write_file(output, html, strlen(html), (size_t)status.st_size);
    end(WRITE);

    work.files++;
    work.bytes += (unsigned long long)status.st_size;
    cmark_node_free(document);
    free(html);
    free(text);
}

/* Folders come before what is in them. */
static int visit(const char *path, const struct stat *status, int type, struct FTW *step) {
    (void)status;
    (void)step;
    if (type == FTW_DNR || type == FTW_NS) fail("cannot read", path);
    size_t length = strlen(path);
    if (type == FTW_D) {
        char folder[PATH_MAX];
        int printed = snprintf(folder, sizeof folder, "%s%s", work.output, path + strlen(work.content));
        if (printed < 0 || (size_t)printed >= sizeof folder) refuse("a path is too long", path);
        if (mkdir(folder, 0755) != 0) fail("cannot make", folder);
    } else if (type == FTW_F && length > 3 && strcmp(path + length - 3, ".md") == 0) {
        material(path);
    }
    return 0;
}

int main(int count, char **arguments) {
    if (count != 4) {
        fprintf(stderr, "usage: bare CONTENT SITE OUTPUT\n");
        return 2;
    }
    work.content = arguments[1];
    work.site = arguments[2];
    work.output = arguments[3];
    work.stemmer = sb_stemmer_new("russian", "UTF_8");
    if (work.stemmer == NULL) refuse("libstemmer has no stemmer", "russian, UTF_8");
    if (nftw(work.content, visit, 16, FTW_PHYS) != 0) fail("cannot walk", work.content);
    sb_stemmer_delete(work.stemmer);
    if (work.files == 0) refuse("no Markdown file below", work.content);

    for (int part = 0; part < PARTS; part++)
        printf("%s %.4f %.4f\n", part_names[part], work.parts[part].wall, work.parts[part].cpu);
    /* The stems' bytes are printed so that no compiler may leave the work out. */
    printf("files %lu\nwords %lu\nstems %lu\nbytes %llu\n", work.files, work.words, work.stem_bytes, work.bytes);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
